import type { Experience, Selection } from '../../../../src/model/experience';
import type { ExperienceChange, ExperienceRecord } from '../../../../src/protocol/experiences';

/** What of an experience is edited in one form; its entries and variants are changed one by one. */
export interface ExperienceForm {
  readonly name: string;
  readonly audiences: readonly string[];
  readonly selection: Selection;
  /** 0..10,000. */
  readonly holdout: number;
  readonly goal: string;
  readonly guardrails: readonly string[];
  /** Empty = none. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly campaign: string;
}

export const DEFAULT_HOLDOUT = 1_000;

export const toForm = (record: ExperienceRecord): ExperienceForm => ({
  name: record.name,
  audiences: record.audiences,
  selection: record.selection,
  holdout: record.holdout,
  goal: record.goal,
  guardrails: record.guardrails,
  startsAt: record.startsAt ?? '',
  endsAt: record.endsAt ?? '',
  timeZone: record.timeZone,
  campaign: record.campaign ?? '',
});

/** An emptied date or campaign is taken away, not set to nothing. */
export const toChange = (changed: Partial<ExperienceForm>, updatedAt?: string): ExperienceChange => ({
  ...changed,
  ...(changed.startsAt === '' && { startsAt: null }),
  ...(changed.endsAt === '' && { endsAt: null }),
  ...(changed.campaign === '' && { campaign: null }),
  ...(updatedAt !== undefined && { updatedAt }),
});

const OPEN_AFTER_START: ReadonlySet<string> = new Set([
  'name',
  'startsAt',
  'endsAt',
  'timeZone',
  'campaign',
  'holdout',
]);
const OPEN_AFTER_END: ReadonlySet<string> = new Set(['name', 'campaign']);

/**
 * Whether a status has frozen an attribute: what visitors were decided by cannot change afterwards. The server
 * refuses the same.
 */
export function isFrozen(status: Experience['status'], attribute: keyof ExperienceForm | 'entries'): boolean {
  if (status === 'draft') return false;
  return !(status === 'ended' ? OPEN_AFTER_END : OPEN_AFTER_START).has(attribute);
}
