import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import type { Ask, Axis } from './axis';
import { codesOf, LAST_CODE, NONE, only, type CodeSet } from './code-set';

/** How an ordered axis reads and orders what it compares. */
export interface Order<T> {
  /** `undefined` = cannot be ordered. */
  readonly read: (value: AttributeValue) => T | undefined;
  /** The bound of a rule, which validation has found readable. */
  readonly bound: (bound: AttributeScalar) => T;
  readonly compare: (a: T, b: T) => number;
}

/**
 * Numbers: {@link orderedAxis} with its bounds in one array of the processor's own numbers, because a visitor's
 * interests alone are a dozen of them.
 */
export const numberAxis = (): Axis => {
  const axis = orderedAxis(numericOrder((value) => (typeof value === 'number' ? value : undefined)));
  let bounds = new Float64Array(0);
  return {
    ...axis,
    get size() {
      return axis.size;
    },
    get numbers() {
      return bounds;
    },
    seal: () => {
      axis.seal();
      bounds = Float64Array.from(axis.bounds);
    },
    codeOf: (value) => (typeof value === 'number' ? cellAmong(bounds, value) : 0),
  };
};

/** The cell of a number among ascending bounds; see {@link orderedAxis} for how cells are numbered. */
export const cellAmong = (bounds: Float64Array, value: number): number => {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < bounds.length && bounds[low] === value ? 2 * low + 2 : 2 * low + 1;
};

/** Numbers, or instants as numbers. */
export const numericOrder = (read: (value: AttributeValue) => number | undefined): Order<number> => ({
  read,
  bound: Number,
  compare: (a, b) => a - b,
});

/**
 * Ordered values: the bounds that rules name cut the line into open runs and single points. With m bounds the
 * cells are 1 (below all), 2 (the first bound itself), 3 (between the first two) … 2m + 1, so that every
 * comparison is a run of codes, and a value finds its cell by binary search.
 */
export const orderedAxis = <T>({
  read,
  bound,
  compare,
}: Order<T>): Axis & { readonly bounds: readonly T[] } => {
  let bounds: T[] = [];
  /** First bound that is not below. */
  const find = (value: T): number => {
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(bounds[middle]!, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const pointOf = (at: AttributeScalar): number => 2 * find(bound(at)) + 2;
  const setOf = (ask: Ask): CodeSet => {
    switch (ask.kind) {
      case 'from':
        return { from: pointOf(ask.bound), to: LAST_CODE };
      case 'above':
        return { from: pointOf(ask.bound) + 1, to: LAST_CODE };
      case 'to':
        return { from: 1, to: pointOf(ask.bound) };
      case 'below':
        return { from: 1, to: pointOf(ask.bound) - 1 };
      case 'among':
        return ask.values.length === 1 ? only(pointOf(ask.values[0]!)) : codesOf(ask.values.map(pointOf));
      default:
        return NONE;
    }
  };
  return {
    get bounds() {
      return bounds;
    },
    tell: (ask) => {
      if (ask.kind === 'among') for (const value of ask.values) bounds.push(bound(value));
      else if ('bound' in ask) bounds.push(bound(ask.bound));
    },
    seal: () => {
      const sorted = bounds.sort(compare);
      bounds = sorted.filter((one, at) => at === 0 || compare(sorted[at - 1]!, one) !== 0);
    },
    codeOf: (value) => {
      const compared = read(value);
      if (compared === undefined) return 0;
      const at = find(compared);
      return at < bounds.length && compare(bounds[at]!, compared) === 0 ? 2 * at + 2 : 2 * at + 1;
    },
    get size() {
      return 2 * bounds.length + 2;
    },
    setOf,
    // Uniform over the bounds: people put them where visitors are.
    guess: (_ask, set) => {
      const all = 2 * bounds.length + 1;
      if ('codes' in set) return Math.min(1, set.codes.length / all);
      return (Math.min(set.to, all) - set.from + 1) / all;
    },
  };
};
