import { affinity } from '../../interests/affinity';
import type { DecisionReason } from '../../model/decision';
import type { Variant } from '../../model/experience';
import { baseBecause, type Frame, type StepReport } from '../step';

/** 0.5 − 0.4 must count as a lead of 0.1 although binary fractions fall just short of it. */
const ROUNDING = 1e-9;

/**
 * `relevance`: variants with a matching audience come before those that qualify by affinity alone. Within the
 * better tier the highest affinity wins if it leads clearly, else the editor's order.
 */
export const mostRelevant = (frame: Frame): StepReport => {
  const { affinityThreshold, affinityLead } = frame.world.settings;
  const fit = fitOf(frame);
  const base = fit(frame.prepared.baseTags);
  const withFit = (variant: Variant): Candidate => ({ variant, affinity: fit(variant.interests) });
  const matched = frame.placement!.matched.map(withFit);
  const open = frame.placement!.open.map(withFit);
  const qualified = open.filter(
    ({ affinity: own }) =>
      own >= affinityThreshold - ROUNDING && own > 0 && own - base >= affinityLead - ROUNDING,
  );
  const tier = matched.length > 0 ? matched : qualified;
  const details = () => ({
    base,
    affinities: Object.fromEntries([...matched, ...open].map((c) => [c.variant.code, c.affinity])),
    candidates: tier.map(({ variant }) => variant.code),
  });
  const winner = best(tier, affinityLead);
  if (winner === undefined) return { code: 'none-qualifies', verdict: baseBecause('base-no-match'), details };
  const reason = tier.length === 1 && matched.length === 1 ? 'audience' : winner.reason;
  frame.selected = { variant: winner.variant.code, reason };
  return { code: reason, details };
};

interface Candidate {
  readonly variant: Variant;
  readonly affinity: number;
}

/** Candidates come in the editor's order. */
const best = (
  tier: readonly Candidate[],
  lead: number,
): { readonly variant: Variant; readonly reason: DecisionReason } | undefined => {
  const [first, second] = [...tier].sort((a, b) => b.affinity - a.affinity);
  if (first === undefined) return undefined;
  if (second === undefined || first.affinity - second.affinity >= lead - ROUNDING) {
    return { variant: first.variant, reason: 'affinity' };
  }
  return { variant: tier[0]!.variant, reason: 'order' };
};

const fitOf =
  ({ situation, world }: Frame) =>
  (tags: Variant['interests']): number =>
    affinity(situation().scores(), tags, world.tagGroups);
