import { allocate } from '../../src/learning/allocate';
import type { Cohort } from '../../src/learning/cohort';
import { delayCurve } from '../../src/learning/delay-curve';
import { pooledPrior, ratePosterior, simplified } from '../../src/learning/posterior';
import { probabilityOfBest } from '../../src/learning/probability-of-best';
import { withFloor } from '../../src/learning/whole-shares';
import { FULL_SHARE } from '../../src/model/experience';
import { type Effort, type Line, percent } from './line';
import { binomialOf, type Random, seeded } from './random';

const WINDOW = 7;
const DAYS = 10;
const DAILY = 1000;
const RATE = 0.1;
/** Share of conversions by the day on which they come. */
const DELAYS = [0.3, 0.2, 0.15, 0.12, 0.1, 0.08, 0.05] as const;

/**
 * Conversions take up to a week, and a variant that began later has young units only. Counted as they are, it
 * would look worse than it is; weighted by what has arrived it should get its even share on average.
 */
export function delays(effort: Effort, seed: number): Line[] {
  const random = seeded(seed);
  const mean = { weighted: 0, pooled: 0 };
  for (let run = 0; run < effort.few; run += 1) {
    const arms = { base: cohorts(DAYS, random), late: cohorts(4, random) };
    const curve = delayCurve([...arms.base, ...arms.late], WINDOW);
    mean.weighted += shareOfLate(arms, curve) / effort.few;
    mean.pooled += pooledShareOfLate(arms) / effort.few;
  }
  return [
    {
      section: 'Delayed conversions',
      what: 'a variant that began later, no effect',
      measured: `gets ${percent(mean.weighted, 1)} on average`,
      bound: '45 % to 55 %',
      value: mean.weighted,
      least: 0.45,
      most: 0.55,
      beside: `counts as they are, all days together: ${percent(mean.pooled, 1)}`,
    },
  ];
}

interface Delayed {
  readonly ageDays: number;
  readonly byDelay: readonly number[];
}

function cohorts(days: number, random: Random): Delayed[] {
  return Array.from({ length: days }, (_, day) => {
    const ageDays = days - day;
    let left = binomialOf(DAILY, RATE, random);
    let rest = 1;
    const byDelay = DELAYS.map((share) => {
      const now = binomialOf(left, Math.min(1, share / rest), random);
      left -= now;
      rest -= share;
      return now;
    });
    return { ageDays, byDelay: byDelay.slice(0, Math.min(ageDays, WINDOW)) };
  });
}

interface Arms {
  readonly base: readonly Delayed[];
  readonly late: readonly Delayed[];
}

function shareOfLate(arms: Arms, curve: readonly number[]): number {
  const made = allocate({
    goal: { kind: 'rate', direction: 'up', windowDays: WINDOW },
    arms: Object.entries(arms).map(([variant, own]: [string, readonly Delayed[]]) => ({
      variant,
      cohorts: own.map(cohortOf),
    })),
    delayCurve: curve,
  });
  return made.moved ? (made.shares.get('late') ?? 0) / FULL_SHARE : 0.5;
}

function pooledShareOfLate(arms: Arms): number {
  const counts = [arms.base, arms.late].map((own) => ({
    n: DAILY * own.length,
    y: own.map(cohortOf).reduce((sum, { y }) => sum + y, 0),
  }));
  const prior = pooledPrior(0, 0);
  const weights = probabilityOfBest(simplified(counts.map(({ n, y }) => ratePosterior(y, n, prior))));
  return withFloor(weights)[1] ?? 0;
}

function cohortOf({ ageDays, byDelay }: Delayed): Cohort {
  const y = byDelay.reduce((sum, count) => sum + count, 0);
  return { ageDays, n: DAILY, y, yy: y, d: 0, dd: 0, yd: 0 };
}
