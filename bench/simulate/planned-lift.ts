import { smallestEffect, type PlannerInput } from '../../src/reports/planner';
import { BASE } from '../../src/model/experience';
import type { ArmCell } from '../../src/statistics/comparison';
import { rateMoments } from '../../src/statistics/moments';
import { compared, told } from './compare';
import { type Effort, type Line, percent } from './line';
import { binomialOf, type Random, seeded } from './random';
import { dayName } from './trial';

interface Plan {
  readonly name: string;
  readonly days: number;
  readonly input: PlannerInput;
}

const plan = (
  name: string,
  days: number,
  dailyUnits: number,
  rate: number,
  shares: PlannerInput['shares'],
): Plan => ({ name, days, input: { dailyUnits, shares, baseline: { kind: 'rate', rate }, direction: 'up' } });

const PLANS: readonly Plan[] = [
  plan('A/B test, 2000 a day, 2 %, 28 days', 28, 2000, 0.02, { variant: 0.5, control: 0.5 }),
  plan('A/B test, 500 a day, 20 %, 14 days', 14, 500, 0.2, { variant: 0.5, control: 0.5 }),
  plan('A/B test, 40000 a day, 5 %, 7 days', 7, 40_000, 0.05, { variant: 0.5, control: 0.5 }),
  plan('relevance, control group 10 %, 3000 a day, 5 %, 28 days', 28, 3000, 0.05, {
    variant: 0.9,
    control: 0.1,
  }),
];

/** A true lift of the size that the planner names: does the verdict say "better" in time? */
export function plannedLift(effort: Effort, seed: number): Line[] {
  return PLANS.map(({ name, days, input }, index) => {
    const effect = smallestEffect(input, days);
    if (!effect.ok) throw new Error(`No plan for ${name}: ${effect.error}`);
    const random = seeded(seed + index);
    let found = 0;
    for (let run = 0; run < effort.runs; run += 1) {
      const cells = draw(input, days, effect.value, random);
      if (told(compared(cells, days), 'split').code === 'better') found += 1;
    }
    const share = found / effort.runs;
    return {
      section: 'A lift of the planned size',
      what: `${name}: ${percent(effect.value, 1)} more`,
      measured: `${percent(share)} found`,
      bound: '>= 80 %',
      value: share,
      least: 0.8,
      most: 1,
      beside: 'told "better" on the last day',
    };
  });
}

function draw(input: PlannerInput, days: number, effect: number, random: Random): ArmCell[] {
  const { dailyUnits, shares, baseline } = input;
  const rate = baseline.kind === 'rate' ? baseline.rate : 0;
  return Array.from({ length: days }, (_, day) => {
    const variant = binomialOf(dailyUnits, shares.variant / (shares.variant + shares.control), random);
    const cell = (arm: string, n: number, p: number): ArmCell => ({
      period: 1,
      group: null,
      arm,
      day: dayName(day),
      moments: rateMoments(n, binomialOf(n, p, random)),
    });
    return [cell(BASE, dailyUnits - variant, rate), cell('v1', variant, rate * (1 + effect))];
  }).flat();
}
