import type { Unit } from '../model/visitor-context';
import { VALUE_SCALE } from './fixed-point';
import type { Participation } from './participation';

/** Which units a cell counts. */
export interface RollupKey {
  readonly experience: string;
  readonly variant: string;
  readonly wouldBe: string;
  readonly weightsVersion: number;
  readonly unitKind: Unit['kind'];
  /** Day of first exposure. */
  readonly day: string;
  /** One dimension at a time; `''` = all units. */
  readonly dimension: string;
  readonly level: string;
  /** `''` = the units themselves. */
  readonly goal: string;
}

/**
 * The sufficient statistics of a cell, exact whole numbers: first-order sums in 1/10,000, second-order sums
 * in 1/100,000,000 (see `toFixedPoint`). Enough for means, proportions, ratios and regression adjustment
 * (Deng, Xu, Kohavi, Walker 2013: CUPED needs Σx, Σx², Σxy).
 */
export interface RollupSums {
  /** Units. */
  readonly n: bigint;
  /** Units with multiple exposure; in goal `''` only. */
  readonly multiple: bigint;
  readonly y: bigint;
  readonly yy: bigint;
  readonly d: bigint;
  readonly dd: bigint;
  readonly yd: bigint;
  /** Covariate: views before the first exposure, of the units where it is known. */
  readonly x: bigint;
  readonly xx: bigint;
  readonly xy: bigint;
}

export interface RollupCell extends RollupKey {
  readonly sums: RollupSums;
}

const SUM_NAMES = [
  'n',
  'multiple',
  'y',
  'yy',
  'd',
  'dd',
  'yd',
  'x',
  'xx',
  'xy',
] as const satisfies readonly (keyof RollupSums)[];

/** Sums of nothing. */
export const NO_SUMS: RollupSums = sumsFrom(() => 0n);

export const addSums = (a: RollupSums, b: RollupSums): RollupSums => sumsFrom((name) => a[name] + b[name]);

export const subtractSums = (a: RollupSums, b: RollupSums): RollupSums =>
  sumsFrom((name) => a[name] - b[name]);

export const isNothing = (sums: RollupSums): boolean => SUM_NAMES.every((name) => sums[name] === 0n);

/** Makes sums by name. */
export function sumsFrom(make: (name: keyof RollupSums) => bigint): RollupSums {
  return Object.fromEntries(SUM_NAMES.map((name) => [name, make(name)])) as unknown as RollupSums;
}

/** Every cell that a participation is in, with what it contributes. */
export function rollupCells(participation: Participation): RollupCell[] {
  const { experience, variant, wouldBe, weightsVersion, unitKind, day } = participation;
  const base = { experience, variant, wouldBe, weightsVersion, unitKind, day };
  const slices = [['', ''] as const, ...Object.entries(participation.dimensions)];
  const contributions = [
    ['', unitSums(participation)] as const,
    ...Object.keys(participation.goals).map((goal) => [goal, goalSums(participation, goal)] as const),
  ];
  return slices.flatMap(([dimension, level]) =>
    contributions.map(([goal, sums]) => ({ ...base, dimension, level, goal, sums })),
  );
}

/** The cells that change when a participation becomes another, each by how much. */
export function difference(before: Participation | null, after: Participation | null): RollupCell[] {
  const cells = new Map<string, RollupCell>();
  const move = (cell: RollupCell, combine: typeof addSums) => {
    const key = rollupKeyText(cell);
    cells.set(key, { ...cell, sums: combine(cells.get(key)?.sums ?? NO_SUMS, cell.sums) });
  };
  for (const cell of before ? rollupCells(before) : []) move(cell, subtractSums);
  for (const cell of after ? rollupCells(after) : []) move(cell, addSums);
  return [...cells.values()].filter((cell) => !isNothing(cell.sums));
}

/** The key as one text; JSON, so that no separator inside a value can make two keys alike. */
export const rollupKeyText = (key: RollupKey): string =>
  JSON.stringify([
    key.experience,
    key.variant,
    key.wouldBe,
    key.weightsVersion,
    key.unitKind,
    key.day,
    key.dimension,
    key.level,
    key.goal,
  ]);

function unitSums(participation: Participation): RollupSums {
  const x = covariate(participation);
  return { ...NO_SUMS, n: 1n, multiple: participation.multiple ? 1n : 0n, x, xx: x * x };
}

function goalSums(participation: Participation, goal: string): RollupSums {
  const value = participation.goals[goal];
  const y = BigInt(value?.y ?? 0);
  const d = BigInt(value?.d ?? 0);
  return { ...NO_SUMS, y, yy: y * y, d, dd: d * d, yd: y * d, xy: covariate(participation) * y };
}

const covariate = ({ viewsBefore }: Participation): bigint => BigInt((viewsBefore ?? 0) * VALUE_SCALE);
