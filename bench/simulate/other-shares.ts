import {
  policyEstimate,
  type LoggedCell,
  type WeightedEstimate,
} from '../../src/learning/importance-weighting';
import { type Effort, type Line, percent } from './line';
import { seeded } from './random';
import { armName, drifting, runTrial, type Trial, type TrialDay } from './trial';

const TRIAL: Trial = {
  selection: 'adaptive',
  rates: [0.03, 0.03, 0.033, 0.036],
  dailyUnits: 2000,
  days: 28,
  season: drifting,
};

const TARGETS = [
  { name: 'had all got the same share', shares: [0.25, 0.25, 0.25, 0.25] },
  { name: 'had everybody got the best variant', shares: [0, 0, 0, 1] },
] as const;

const KINDS = ['ips', 'snips', 'aipw'] as const;

/** What other shares would have brought, estimated from an auto-optimised run: do its intervals hold the truth? */
export function otherShares(effort: Effort, seed: number): Line[] {
  return TARGETS.map(({ name, shares }, index) => {
    const random = seeded(seed + index);
    const covered = { ips: 0, snips: 0, aipw: 0 };
    let made = 0;
    for (let run = 0; run < effort.few; run += 1) {
      const days = runTrial(TRIAL, random);
      const target = new Map(shares.map((share, arm) => [armName(arm), share]));
      const result = policyEstimate(days.flatMap(logged), target);
      if (!result.ok) continue;
      made += 1;
      const truth = trueMean(days, shares);
      for (const kind of KINDS) if (holds(result.value[kind], truth)) covered[kind] += 1;
    }
    const share = covered.aipw / made;
    return {
      section: 'What other shares would have brought',
      what: name,
      measured: `${percent(share)} hold the truth`,
      bound: '93 % to 97 %',
      value: share,
      least: 0.93,
      most: 0.97,
      beside: `augmented; plain ${percent(covered.ips / made, 1)}, normalised ${percent(covered.snips / made, 1)}; refused in ${percent(1 - made / effort.few, 1)}`,
    };
  });
}

const logged = ({ shares, units, reached }: TrialDay): LoggedCell[] =>
  units.map((n, arm) => ({
    variant: armName(arm),
    propensity: shares[arm] ?? 0,
    n,
    y: reached[arm] ?? 0,
    yy: reached[arm] ?? 0,
  }));

const holds = ({ mean, standardError }: WeightedEstimate, truth: number): boolean =>
  Math.abs(mean - truth) <= 1.959964 * standardError;

function trueMean(days: readonly TrialDay[], shares: readonly number[]): number {
  let units = 0;
  let total = 0;
  for (const day of days) {
    const size = day.units.reduce((sum, n) => sum + n, 0);
    units += size;
    total += size * shares.reduce((sum, share, arm) => sum + share * (day.rates[arm] ?? 0), 0);
  }
  return total / units;
}
