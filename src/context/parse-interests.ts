import { LIMITS } from '../foundation/limits';
import { bareRecord, isForbiddenKey, isRecord, ownValue } from '../foundation/plain-object';
import { numberValue } from './attribute-value';
import { parseInstant } from './iso-instant';
import type { InterestProfile } from '../model/interest-profile';

/**
 * An interest profile from outside, or `undefined` when it cannot be used.
 *
 * Scores cannot decay without the time they were taken at, so a profile without a valid `at` is dated `now`
 * (epoch milliseconds) where the caller of the parser gives it, and dropped where not.
 */
export const parseInterests = (input: unknown, now: number | undefined): InterestProfile | undefined => {
  if (!isRecord(input)) return undefined;
  const visit = scores(ownValue(input, 'visit'));
  const lasting = scores(ownValue(input, 'lasting'));
  const at = instantText(ownValue(input, 'at'), now);
  if (at === undefined || (visit === undefined && lasting === undefined)) return undefined;
  return Object.assign(bareRecord<unknown>(), {
    visit: visit ?? bareRecord<number>(),
    lasting: lasting ?? bareRecord<number>(),
    at,
  }) as unknown as InterestProfile;
};

const instantText = (value: unknown, now: number | undefined): string | undefined => {
  if (typeof value === 'string' && parseInstant(value) !== undefined) return value;
  return value === undefined && now !== undefined ? new Date(now).toISOString() : undefined;
};

/** Positive finite scores; beyond the limit the weakest are dropped. */
const scores = (input: unknown): Record<string, number> | undefined => {
  if (!isRecord(input)) return undefined;
  const kept: [string, number][] = [];
  for (const tag of Object.keys(input)) {
    const score = numberValue(input[tag]);
    if (score === undefined || score <= 0 || isForbiddenKey(tag) || tag.length > LIMITS.stringLength)
      continue;
    kept.push([tag, score]);
  }
  kept.sort(([, left], [, right]) => right - left);
  const strongest = bareRecord<number>();
  for (const [tag, score] of kept.slice(0, LIMITS.profileTags)) strongest[tag] = score;
  return strongest;
};
