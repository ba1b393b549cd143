import { issue, type Issue } from '../../../../src/foundation/issue';
import type { Selection } from '../../../../src/model/experience';
import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { type CheckEntry, requiredText, type Row } from '../records';
import { endsBeforeItStarts } from './schedule';

/** What the checks look at; of a new experience, or of a stored one with its changes. */
export interface CheckedExperience {
  readonly selection: Selection;
  readonly audiences: readonly string[];
  readonly goal: string;
  readonly guardrails: readonly string[];
  readonly holdout: number;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly timeZone: string;
  readonly campaign?: string | null;
  readonly entries: readonly BaseEntryRef[];
}

/**
 * What is wrong with an experience as it would be stored. `changed` names the fields that the request set:
 * a reference that went stale by itself must not stand in the way of a new name.
 */
export async function checkReferences(
  strapi: Strapi,
  checkEntry: CheckEntry,
  experience: CheckedExperience,
  changed: ReadonlySet<string>,
): Promise<Issue[]> {
  const lists: [field: string, uid: string, code: string, word: string, values: readonly string[]][] = [
    ['audiences', UID.audience, 'audience-missing', 'audience', experience.audiences],
    ['goal', UID.goal, 'goal-missing', 'goal', [experience.goal]],
    ['guardrails', UID.goal, 'goal-missing', 'goal', experience.guardrails],
    [
      'campaign',
      UID.campaign,
      'campaign-missing',
      'campaign',
      experience.campaign ? [experience.campaign] : [],
    ],
  ];
  const issues: Issue[] = [];
  for (const [field, uid, code, word, values] of lists) {
    if (!changed.has(field) || values.length === 0) continue;
    const known = await codesAmong(strapi, uid, values);
    values.forEach((value, position) => {
      const path = Array.isArray(experience[field as keyof CheckedExperience]) ? [field, position] : [field];
      if (!known.has(value))
        issues.push(issue(code, path, `There is no ${word} "${value}"; choose one that exists.`));
    });
  }
  if (changed.has('entries')) issues.push(...(await wrongEntries(checkEntry, experience.entries)));
  return [...issues, ...wrongCombinations(experience)];
}

async function codesAmong(strapi: Strapi, uid: string, codes: readonly string[]): Promise<Set<string>> {
  const rows = (await strapi.db
    .query(uid)
    .findMany({ select: ['code'], where: { code: { $in: codes } } })) as Row[];
  return new Set(rows.map((row) => requiredText(row, 'code')));
}

async function wrongEntries(checkEntry: CheckEntry, entries: readonly BaseEntryRef[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [position, entry] of entries.entries()) {
    const key = `${entry.contentType}/${entry.documentId}`;
    if (seen.has(key)) issues.push(issue('repeated', ['entries', position], 'This entry is named twice.'));
    seen.add(key);
    const found = await checkEntry(entry, ['entries', position]);
    if (found) issues.push(found);
  }
  return issues;
}

function wrongCombinations(experience: CheckedExperience): Issue[] {
  const issues: Issue[] = [];
  if (experience.selection !== 'relevance' && experience.holdout > 0) {
    const sentence = 'A control group exists by relevance only: in a test the default competes. Set it to 0.';
    issues.push(issue('holdout-unused', ['holdout'], sentence));
  }
  if (endsBeforeItStarts(experience)) {
    issues.push(issue('ends-before-start', ['endsAt'], 'Let it end after it starts.'));
  }
  if (experience.guardrails.includes(experience.goal)) {
    issues.push(issue('guardrail-is-goal', ['guardrails'], 'The goal cannot be what must not drop, too.'));
  }
  return issues;
}
