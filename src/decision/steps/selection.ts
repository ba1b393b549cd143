import { allocateVariant } from '../selection/allocate-variant';
import { mostRelevant } from '../selection/most-relevant';
import type { Step } from '../step';

/** Chooses among the eligible variants, base included. */
export const selection: Step = {
  name: 'selection',
  run: (frame) =>
    frame.prepared.experience.selection === 'relevance' ? mostRelevant(frame) : allocateVariant(frame),
};
