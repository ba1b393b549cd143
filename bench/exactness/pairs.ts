import type { Rule } from '../../src/model/rule';
import { seeded, type Random } from '../generate/random';
import { disagreement, loadRuleSet } from './agreement';
import { hostileContext, type WriteWatch } from './hostile-contexts';
import { operatorRule, brokenRule } from './operator-rules';
import { ordinaryContext } from './ordinary-contexts';
import { FEW, MANY } from './vocabulary';

/** How many pairs of (rules, context) are compared at one number of rules. */
export interface PairPlan {
  readonly rules: number;
  readonly pairs: number;
  /** Contexts asked of one rule set before the next is made. */
  readonly contextsEach: number;
}

/** One pair on which not all agree. */
export interface Disagreement {
  readonly rules: number;
  readonly set: number;
  readonly context: number;
  readonly what: string;
}

export interface PairsResult {
  readonly pairs: number;
  /** Pairs in which at least one rule matched: agreeing on nothing is no proof. */
  readonly withMatches: number;
  readonly disagreements: readonly Disagreement[];
  /** Writes to contexts that were watched. */
  readonly writes: number;
}

/** Shares that sum to 1. Small sets take most: there the engine changes from closures to index, and odd cases meet. */
const SHARES: readonly (readonly [rules: number, share: number, contextsEach: number])[] = [
  [1, 0.2, 40],
  [10, 0.43, 80],
  [17, 0.34, 80],
  [100, 0.0288, 150],
  [1_000, 0.001, 250],
  [10_000, 0.0002, 100],
];

/** Spreads a number of pairs over all sizes. */
export const planPairs = (pairs: number): PairPlan[] =>
  SHARES.map(([rules, share, contextsEach]) => ({
    rules,
    pairs: Math.ceil(pairs * share),
    contextsEach,
  }));

/**
 * Compares index, closures and `explain` on random rules and contexts: ordinary, sparse, hostile, with both units.
 * The same seed asks the same pairs.
 */
export const comparePairs = (seed: number, plans: readonly PairPlan[]): PairsResult => {
  let [pairs, withMatches] = [0, 0];
  const watch: WriteWatch = { writes: 0 };
  const disagreements: Disagreement[] = [];
  for (const plan of plans) {
    const random = seeded(seed * 31 + plan.rules);
    for (let done = 0, set = 0; done < plan.pairs; set += 1) {
      const words = set % 4 === 3 ? MANY : FEW;
      const rules = ruleSet(random, plan.rules, words);
      const sample = Array.from({ length: 30 }, () => ordinaryContext(random, words));
      const loaded = loadRuleSet(rules, sample);
      for (let context = 0; context < plan.contextsEach && done < plan.pairs; context += 1, done += 1) {
        const one = anyContext(random, words, watch);
        pairs += 1;
        const what = disagreement(loaded, one);
        if (loaded.closures(one).length > 0) withMatches += 1;
        if (what !== undefined) disagreements.push({ rules: plan.rules, set, context, what });
      }
    }
  }
  return { pairs, withMatches, disagreements, writes: watch.writes };
};

/** One rule in 25 is broken: it must match nobody, in every way of asking. */
const ruleSet = (random: Random, count: number, words: typeof FEW): Rule[] =>
  Array.from({ length: count }, () =>
    random.chance(0.04) ? brokenRule(random) : operatorRule(random, words),
  );

const anyContext = (random: Random, words: typeof FEW, watch: WriteWatch): unknown => {
  if (random.chance(0.4)) return hostileContext(random, watch);
  return ordinaryContext(random, words, random.chance(0.3) ? 0.1 : 0.6);
};
