/** Units and outcomes of one arm on one day. */
export interface DayCount {
  readonly day: number;
  /** Units, may be fractional. */
  readonly n: number;
  /** Σy, from 0. */
  readonly y: number;
}

const ROUNDS = 30;

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
  const cells = arms.flatMap((days, arm) => days.map((cell) => ({ ...cell, arm })));
  const outcomes = arms.map((days) => sum(days, ({ y }) => y));
  const fittable = cells.every(({ n, y }) => n >= 0 && y >= 0) && sum(cells, ({ y }) => y) > 0;
  if (!fittable) return plain;
  const dayOutcomes = new Map<number, number>();
  for (const { day, y } of cells) dayOutcomes.set(day, (dayOutcomes.get(day) ?? 0) + y);

  let armEffects = arms.map(() => 1);
  let dayEffects = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const expectedByDay = new Map<number, number>();
    for (const { day, n, arm } of cells) {
      expectedByDay.set(day, (expectedByDay.get(day) ?? 0) + n * (armEffects[arm] ?? 0));
    }
    dayEffects = new Map([...dayOutcomes].map(([day, y]) => [day, quotient(y, expectedByDay.get(day) ?? 0)]));
    const exposed = arms.map((days) => sum(days, ({ day, n }) => n * (dayEffects.get(day) ?? 0)));
    const next = outcomes.map((y, arm) => quotient(y, exposed[arm] ?? 0));
    const settled = next.every((effect, arm) => Math.abs(effect - (armEffects[arm] ?? 0)) <= 1e-9 * effect);
    armEffects = next;
    if (settled) break;
  }
  const average = sum(cells, ({ day, n }) => n * (dayEffects.get(day) ?? 0)) / sum(cells, ({ n }) => n);
  if (!(average > 0)) return plain;
  return arms.map((days) => sum(days, ({ day, n }) => (n * (dayEffects.get(day) ?? 0)) / average));
}

const sum = <T>(items: readonly T[], term: (item: T) => number): number =>
  items.reduce((all, item) => all + term(item), 0);

const quotient = (a: number, b: number): number => (b > 0 ? a / b : 0);
