import type { Selection } from '../model/experience';
import type { Goal } from '../model/goal';

/** What counting needs to know of an experience, whether it still runs or not. */
export interface ExperienceFacts {
  readonly code: string;
  readonly selection: Selection;
  /** Codes of its variants, `base` too. */
  readonly variants: ReadonlySet<string>;
  /** Its goal, its guardrails and `interaction`; each code once. */
  readonly goals: readonly Goal[];
  /** Entries that it spans, see `entryKey`; interactions on others are not its own. */
  readonly entries: ReadonlySet<string>;
}
