import { sameJson } from '../../database/same-json';
import type { ExperienceFields } from './experience-input';
import type { StoredExperience } from './experience-record';

/** What may still change once visitors were decided for; everything else would mix two experiences into one. */
const OPEN_AFTER_START: ReadonlySet<string> = new Set([
  'name',
  'startsAt',
  'endsAt',
  'timeZone',
  'campaign',
  'holdout',
]);

const OPEN_AFTER_END: ReadonlySet<string> = new Set(['name', 'campaign']);

/** Fields that a change would give another value although the experience's status has frozen them. */
export function frozenFields(current: StoredExperience, fields: ExperienceFields): string[] {
  if (current.status === 'draft') return [];
  const open = current.status === 'ended' ? OPEN_AFTER_END : OPEN_AFTER_START;
  const before: Readonly<Record<string, unknown>> = { ...current };
  return Object.entries(fields)
    .filter(([field, value]) => !open.has(field) && !sameJson(before[field], value))
    .map(([field]) => field);
}
