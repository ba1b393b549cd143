import { ratePosterior, type Posterior } from '../../src/learning/posterior';
import { thompsonDraw } from '../../src/learning/thompson-draw';
import { type Effort, type Line, percent } from './line';
import { type Random, seeded } from './random';

/** Chapelle & Li, An empirical evaluation of Thompson sampling, NIPS 2011, table 1: T = 10^6, mean of 100 runs. */
const PUBLISHED = [
  { delay: 1, regret: 9105 },
  { delay: 3, regret: 9199 },
  { delay: 10, regret: 9049 },
] as const;

const ITEMS = 10;
const STEPS = 1_000_000;
/** With which one of the items is replaced, at each step. */
const REPLACED = 0.001;
const PRIOR = { a: 1, b: 1 };

/** Thompson sampling on the published benchmark, with our posteriors and our draw. */
export function regret(effort: Effort, seed: number): Line[] {
  return PUBLISHED.map(({ delay, regret: published }, index) => {
    let total = 0;
    for (let run = 0; run < effort.regretRuns; run += 1) {
      total += simulate(delay, effort.regretSteps, seeded(seed + 1000 * index + run));
    }
    // Regret grows linearly here, since items keep being replaced: a shorter run is scaled up.
    const mean = (total / effort.regretRuns) * (STEPS / effort.regretSteps);
    const off = mean / published - 1;
    return {
      section: 'Regret of Thompson sampling',
      what: `feedback every ${delay} steps`,
      measured: `${mean.toFixed(0)} (${off >= 0 ? '+' : '−'}${percent(Math.abs(off), 1)})`,
      bound: `${published} ± 10 %`,
      value: off,
      least: -0.1,
      most: 0.1,
      beside: `${effort.regretRuns} runs of ${effort.regretSteps} steps`,
    };
  });
}

function simulate(delay: number, steps: number, random: Random): number {
  const rates = Array.from({ length: ITEMS }, () => beta44(random));
  const counts = Array.from({ length: ITEMS }, () => ({ units: 0, reached: 0 }));
  const posteriors = counts.map((): Posterior => ratePosterior(0, 0, PRIOR));
  let best = Math.max(...rates);
  let lost = 0;
  let pending: {
    readonly item: number;
    readonly count: { units: number; reached: number };
    readonly hit: number;
  }[] = [];
  for (let step = 1; step <= steps; step += 1) {
    if (random() < REPLACED) {
      const item = Math.floor(random() * ITEMS);
      rates[item] = beta44(random);
      counts[item] = { units: 0, reached: 0 };
      posteriors[item] = ratePosterior(0, 0, PRIOR);
      best = Math.max(...rates);
    }
    const item = thompsonDraw(posteriors, random);
    const rate = rates[item] ?? 0;
    lost += best - rate;
    pending.push({ item, count: counts[item] ?? { units: 0, reached: 0 }, hit: random() < rate ? 1 : 0 });
    if (step % delay !== 0) continue;
    for (const { item: told, count, hit } of pending) {
      count.units += 1;
      count.reached += hit;
      // Feedback on an item that is gone teaches nothing about its successor.
      if (counts[told] === count) posteriors[told] = ratePosterior(count.reached, count.units, PRIOR);
    }
    pending = [];
  }
  return lost;
}

/** Beta(4, 4) is the median of seven uniforms. */
function beta44(random: Random): number {
  const seven = Array.from({ length: 7 }, random).sort((a, b) => a - b);
  return seven[3] ?? 0.5;
}
