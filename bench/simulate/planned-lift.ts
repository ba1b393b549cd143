import { smallestEffect } from '../../src/reports/planner';
import type { PlannerInput } from '../../src/reports/planner-input';
import { BASE } from '../../src/model/experience';
import type { ArmCell } from '../../src/statistics/comparison';
import { type Moments, NO_MOMENTS, rateMoments } from '../../src/statistics/moments';
import { compared, told } from './compare';
import { type Effort, type Line, percent } from './line';
import { binomialOf, type Random, seeded } from './random';
import { dayName } from './trial';

interface Plan {
  readonly name: string;
  readonly days: number;
  readonly input: PlannerInput;
}

const EVEN = { variant: 0.5, control: 0.5 };

const rates = (
  name: string,
  days: number,
  dailyUnits: number,
  rate: number,
  shares: PlannerInput['shares'] = EVEN,
): Plan => ({ name, days, input: { dailyUnits, shares, baseline: { kind: 'rate', rate }, direction: 'up' } });

/** One visitor in ten buys, for 40 on average, exponentially. */
const BUYERS = 0.1;
const ORDER = 40;
const MEAN = BUYERS * ORDER;
const SPREAD = Math.sqrt(BUYERS * 2 * ORDER * ORDER - MEAN * MEAN);

const PLANS: readonly Plan[] = [
  rates('A/B test, 2000 a day, 2 %, 28 days', 28, 2000, 0.02),
  rates('A/B test, 500 a day, 20 %, 14 days', 14, 500, 0.2),
  rates('A/B test, 40000 a day, 5 %, 7 days', 7, 40_000, 0.05),
  rates('relevance, control group 10 %, 3000 a day, 5 %, 28 days', 28, 3000, 0.05, {
    variant: 0.9,
    control: 0.1,
  }),
  {
    name: 'A/B test of revenue, 1000 a day, 14 days',
    days: 14,
    input: {
      ...{ dailyUnits: 1000, shares: EVEN, direction: 'up' },
      baseline: { kind: 'value', mean: MEAN, spread: SPREAD },
    },
  },
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
      const { kind } = input.baseline;
      if (told(compared(cells, days, { kind }), 'split', kind).headline.code === 'better') found += 1;
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
  return Array.from({ length: days }, (_, day) => {
    const variant = binomialOf(dailyUnits, shares.variant / (shares.variant + shares.control), random);
    const cell = (arm: string, n: number, factor: number): ArmCell => ({
      period: 1,
      group: null,
      arm,
      day: dayName(day),
      moments:
        baseline.kind === 'rate'
          ? rateMoments(n, binomialOf(n, baseline.rate * factor, random))
          : revenueMoments(n, ORDER * factor, random),
    });
    return [cell(BASE, dailyUnits - variant, 1), cell('v1', variant, 1 + effect)];
  }).flat();
}

function revenueMoments(n: number, order: number, random: Random): Moments {
  const buyers = binomialOf(n, BUYERS, random);
  let sum = 0;
  let squares = 0;
  for (let buyer = 0; buyer < buyers; buyer += 1) {
    const value = -order * Math.log(1 - random());
    sum += value;
    squares += value * value;
  }
  const y = sum / n;
  return { ...NO_MOMENTS, n, y, yy: squares / n - y * y };
}
