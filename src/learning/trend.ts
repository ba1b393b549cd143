/** Units and outcomes of one arm on one day. */
export interface DayCount {
  readonly day: number;
  /** Units, may be fractional. */
  readonly n: number;
  /** Σy, from 0. */
  readonly y: number;
}

const ROUNDS = 50;
const SETTLED = 1e-9;

/**
 * Units of each arm as if every day had been alike. When shares move, an arm that was shown mostly on good
 * days looks better than it is; so outcomes are taken as day effect × arm effect, both fitted by maximum
 * likelihood (two-way Poisson model, iterative proportional fitting: Deming & Stephan 1940), and a unit on a
 * day twice as good counts for two. An arm's outcomes over these units are its effect at the average day.
 *
 * @returns adjusted units by arm; the plain ones where there is nothing to fit or an outcome is negative.
 */
export function unitsWithoutTrend(arms: readonly (readonly DayCount[])[]): number[] {
  const plain = arms.map((days) => sum(days, ({ n }) => n));
  const outcomes = arms.map((days) => sum(days, ({ y }) => y));
  const isFittable = arms.every((days) => days.every(({ n, y }) => n >= 0 && y >= 0));
  if (!isFittable || !(sum(outcomes, (y) => y) > 0)) return plain;

  const cells = indexed(arms);
  const dayOutcomes = new Float64Array(cells.days);
  for (const { day, y } of cells.list) dayOutcomes[day] = (dayOutcomes[day] as number) + y;
  const armEffects = new Float64Array(arms.length).fill(1);
  const dayEffects = new Float64Array(cells.days);
  let adjusted = new Float64Array(arms.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const expected = new Float64Array(cells.days);
    for (const { day, arm, n } of cells.list) {
      expected[day] = (expected[day] as number) + n * (armEffects[arm] as number);
    }
    for (let day = 0; day < cells.days; day += 1) {
      dayEffects[day] = quotient(dayOutcomes[day] as number, expected[day] as number);
    }
    adjusted = new Float64Array(arms.length);
    for (const { day, arm, n } of cells.list) {
      adjusted[arm] = (adjusted[arm] as number) + n * (dayEffects[day] as number);
    }
    let change = 0;
    outcomes.forEach((y, arm) => {
      const effect = quotient(y, adjusted[arm] as number);
      change = Math.max(change, Math.abs(effect - (armEffects[arm] as number)) / (effect || 1));
      armEffects[arm] = effect;
    });
    if (change <= SETTLED) break;
  }
  // The average day has effect 1, so that all arms together keep their units.
  const average = sum([...adjusted], (n) => n) / sum(plain, (n) => n);
  return average > 0 ? [...adjusted].map((n) => n / average) : plain;
}

/** Cells with days numbered from 0. */
function indexed(arms: readonly (readonly DayCount[])[]): {
  readonly days: number;
  readonly list: readonly {
    readonly day: number;
    readonly arm: number;
    readonly n: number;
    readonly y: number;
  }[];
} {
  const numbers = new Map<number, number>();
  const list = arms.flatMap((days, arm) =>
    days.map(({ day, n, y }) => {
      const number = numbers.get(day) ?? numbers.size;
      numbers.set(day, number);
      return { day: number, arm, n, y };
    }),
  );
  return { days: numbers.size, list };
}

const sum = <T>(items: readonly T[], term: (item: T) => number): number => {
  let total = 0;
  for (const item of items) total += term(item);
  return total;
};

const quotient = (a: number, b: number): number => (b > 0 ? a / b : 0);
