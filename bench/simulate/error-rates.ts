import type { ArmCell } from '../../src/statistics/comparison';
import { normalCdf } from '../../src/statistics/distributions';
import { compared, everDeclared, excludes, isDeclared, told } from './compare';
import { type Effort, type Line, percent, upper99 } from './line';
import { seeded } from './random';
import { cellsOf, dayName, runTrial, type Trial, type TrialDay } from './trial';

const DAYS = 28;
const MOST = 0.06;
/** One run in so many is told day by day, too. */
const TOLD_EVERY = 100;

/** A/A: all arms alike, looked at every day. How often is somebody declared better or worse? */
export function errorRates(effort: Effort, seed: number): Line[] {
  const cells = (['split', 'adaptive'] as const).flatMap((selection) =>
    [2, 5].flatMap((arms) => [0.02, 0.2].map((rate) => ({ selection, arms, rate }))),
  );
  const agreement = { asked: 0, same: 0 };
  const lines = cells.map(({ selection, arms, rate }, index) => {
    const trial: Trial = {
      selection,
      rates: Array.from({ length: arms }, () => rate),
      dailyUnits: 1000 * arms,
      days: DAYS,
    };
    const random = seeded(seed + index);
    const hits = { sequence: 0, chance: 0, p: 0 };
    for (let run = 0; run < effort.runs; run += 1) {
      const days = runTrial(trial, random);
      const all = cellsOf(days, selection);
      const comparisons = compared(all, DAYS);
      if (everDeclared(comparisons)) hits.sequence += 1;
      const looks = peeked(days);
      if (looks.chance) hits.chance += 1;
      if (looks.p) hits.p += 1;
      if (run % TOLD_EVERY === 0) {
        agreement.asked += 1;
        if (sameDayByDay(all, selection)) agreement.same += 1;
      }
    }
    const upper = upper99(hits.sequence, effort.runs);
    return {
      section: 'A/A, 28 daily looks',
      what: `${selection}, ${arms} variants, ${percent(rate, 0)}`,
      measured: `${percent(hits.sequence / effort.runs)} (99 % upper ${percent(upper)})`,
      bound: `upper <= ${percent(MOST, 0)}`,
      value: upper,
      least: 0,
      most: MOST,
      beside: `chance to win > 95 %: ${percent(hits.chance / effort.runs, 1)}; p < .05: ${percent(hits.p / effort.runs, 1)}`,
    };
  });
  return [
    ...lines,
    {
      section: 'A/A, 28 daily looks',
      what: 'told on every day = told from the last day',
      measured: `${agreement.same} of ${agreement.asked} runs`,
      bound: 'all',
      value: agreement.same,
      least: agreement.asked,
      most: agreement.asked,
      beside: 'report and verdict made anew on each of the 28 days',
    },
  ];
}

/** Is what every day says of each variant what the looks of the last report say it said? */
function sameDayByDay(cells: readonly ArmCell[], selection: Trial['selection']): boolean {
  const last = compared(cells, DAYS);
  for (let day = 1; day <= DAYS; day += 1) {
    const said = told(compared(cells, day), selection).variants;
    const agree = last.every(({ sequence }, variant) => {
      const look = sequence?.looks.filter((one) => one.day <= dayName(day - 1)).at(-1);
      // Before seven full days nothing is declared whatever the looks say.
      const expected = day >= 7 && look !== undefined && excludes(look.absolute, 0);
      const verdict = said[variant];
      if (!verdict || verdict.code === 'withheld-changed') return true;
      return isDeclared(verdict) === expected;
    });
    if (!agree) return false;
  }
  return true;
}

/** What somebody declares who looks every day at pooled counts, as common tools show them. */
function peeked(days: readonly TrialDay[]): { chance: boolean; p: boolean } {
  const arms = days[0]?.units.length ?? 0;
  const n = new Array<number>(arms).fill(0);
  const y = new Array<number>(arms).fill(0);
  const found = { chance: false, p: false };
  for (const { units, reached } of days) {
    units.forEach((count, arm) => (n[arm] = (n[arm] ?? 0) + count));
    reached.forEach((count, arm) => (y[arm] = (y[arm] ?? 0) + count));
    for (let arm = 1; arm < arms; arm += 1) {
      const z = pooledZ(n[0] ?? 0, y[0] ?? 0, n[arm] ?? 0, y[arm] ?? 0);
      const chance = normalCdf(z);
      found.chance ||= chance > 0.95 || chance < 0.05;
      found.p ||= 2 * normalCdf(-Math.abs(z)) < 0.05;
    }
  }
  return found;
}

/** Flat prior on the lift: the chance to win is Φ of this. */
function pooledZ(n0: number, y0: number, n1: number, y1: number): number {
  const [p0, p1] = [y0 / n0, y1 / n1];
  const error = Math.sqrt((p0 * (1 - p0)) / n0 + (p1 * (1 - p1)) / n1);
  return error > 0 ? (p1 - p0) / error : 0;
}
