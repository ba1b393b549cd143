import { compared, excludes } from './compare';
import { type Effort, type Line, percent } from './line';
import { seeded } from './random';
import { cellsOf, drifting, runTrial, type Trial, type TrialDay } from './trial';

const DAYS = 28;

const TRIALS: readonly { readonly name: string; readonly trial: Trial }[] = [
  { name: 'split, 2 variants, 2 %, no effect', trial: trial('split', [0.02, 0.02], 2000) },
  { name: 'split, 2 variants, 20 % and 22 %', trial: trial('split', [0.2, 0.22], 2000) },
  { name: 'adaptive, 2 variants, 2 %, no effect', trial: trial('adaptive', [0.02, 0.02], 2000) },
  {
    name: 'adaptive, 5 variants, 20 %, no effect',
    trial: trial('adaptive', [0.2, 0.2, 0.2, 0.2, 0.2], 5000),
  },
  {
    name: 'adaptive, 3 / 3 / 3.3 / 3.6 %, weekends, falling',
    trial: { ...trial('adaptive', [0.03, 0.03, 0.033, 0.036], 2000), season: drifting },
  },
];

function trial(selection: Trial['selection'], rates: readonly number[], dailyUnits: number): Trial {
  return { selection, rates, dailyUnits, days: DAYS };
}

/** How often the interval of one look holds the truth, and the sequence at every look. */
export function coverage(effort: Effort, seed: number): Line[] {
  const lines = TRIALS.flatMap(({ name, trial: made }, index) => {
    const random = seeded(seed + index);
    let intervals = 0;
    let covered = 0;
    let naive = 0;
    let missed = 0;
    for (let run = 0; run < effort.few; run += 1) {
      const days = runTrial(made, random);
      const comparisons = compared(cellsOf(days, made.selection), DAYS);
      comparisons.forEach((one, position) => {
        if (!one.absolute) return;
        const arm = position + 1;
        const truth = trueDifference(days, arm);
        intervals += 1;
        if (!excludes(one.absolute, truth)) covered += 1;
        if (!excludes(pooledInterval(days, arm), truth)) naive += 1;
      });
      // The relative lift is what stays the same when all rates move together.
      const wrong = comparisons.some((one, position) => {
        const lift = (made.rates[position + 1] ?? 0) / (made.rates[0] ?? 1) - 1;
        return (
          one.sequence?.looks.some(({ relative }) => relative !== null && excludes(relative, lift)) ?? false
        );
      });
      if (wrong) missed += 1;
    }
    const share = covered / intervals;
    return [
      {
        section: 'Interval of one look, day 28',
        what: name,
        measured: `${percent(share)} hold the truth`,
        bound: '93 % to 97 %',
        value: share,
        least: 0.93,
        most: 0.97,
        beside: `counts pooled over days: ${percent(naive / intervals)}`,
      },
      {
        section: 'Sequence, every look at once',
        what: name,
        measured: `${percent(missed / effort.few)} ever miss the truth`,
        bound: '<= 5 %',
        value: missed / effort.few,
        least: 0,
        most: 0.05,
        beside: 'any variant, any of 28 looks',
      },
    ];
  });
  // Both kinds of lines come from the same runs; the table has them one kind after the other.
  return lines.sort((a, b) => (a.section < b.section ? -1 : a.section > b.section ? 1 : 0));
}

/** Difference of the true rates, days weighted by their traffic. */
function trueDifference(days: readonly TrialDay[], arm: number): number {
  let units = 0;
  let total = 0;
  for (const day of days) {
    const size = day.units.reduce((sum, n) => sum + n, 0);
    units += size;
    total += size * ((day.rates[arm] ?? 0) - (day.rates[0] ?? 0));
  }
  return total / units;
}

/** What counts summed over all days would say. */
function pooledInterval(days: readonly TrialDay[], arm: number): { low: number; high: number } {
  const sumOf = (counts: (day: TrialDay) => readonly number[], index: number) =>
    days.reduce((sum, day) => sum + (counts(day)[index] ?? 0), 0);
  const [n0, n1] = [sumOf(({ units }) => units, 0), sumOf(({ units }) => units, arm)];
  const p0 = sumOf(({ reached }) => reached, 0) / n0;
  const p1 = sumOf(({ reached }) => reached, arm) / n1;
  const half = 1.959964 * Math.sqrt((p0 * (1 - p0)) / n0 + (p1 * (1 - p1)) / n1);
  return { low: p1 - p0 - half, high: p1 - p0 + half };
}
