import type { DecisionReason } from '../model/decision';
import type { Selection } from '../model/experience';

const COUNTABLE: Readonly<Record<Selection, readonly DecisionReason[]>> = {
  // Base that matched nobody says how far the experience reaches.
  relevance: ['audience', 'affinity', 'order', 'holdout', 'base-no-match'],
  split: ['split'],
  adaptive: ['adaptive'],
};

/**
 * Does an exposure of a decision with this reason say anything about the experience? In `split` and `adaptive`
 * only what was drawn does: who takes no part is not comparable with anybody. Previews, failures and what does
 * not run never do. An unknown experience (no `selection`) has nothing to count.
 */
export const isCountable = (reason: DecisionReason, selection: Selection | undefined): boolean =>
  selection !== undefined && COUNTABLE[selection].includes(reason);
