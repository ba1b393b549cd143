import { byText } from '../../foundation/compare';
import { type AllocationRange, BASE, FULL_SHARE } from '../../model/experience';

/** Target share of each variant in 1/10,000; base has the rest and may be left out. */
export type Shares = ReadonlyMap<string, number>;

/**
 * The next ranges, moving as few units as possible: each variant keeps what it had as far as its new share
 * reaches, and only what is given up changes hands, so the moved width is Σ max(0, new − old), the least
 * there can be. The ranges are half-open and cover `[0, 10,000)`; gaps in `previous` count as given up.
 *
 * @throws RangeError when shares are not whole numbers from 0 or exceed 10,000 together; `startChecks` tells people before.
 */
export const nextRanges = (previous: readonly AllocationRange[], shares: Shares): AllocationRange[] => {
  const missing = completeShares(shares);
  const kept: AllocationRange[] = [];
  const free: { from: number; to: number }[] = [];
  let covered = 0;
  for (const range of [...previous].sort((a, b) => a.from - b.from)) {
    const from = Math.max(range.from, covered);
    const to = Math.min(range.to, FULL_SHARE);
    if (to <= from) continue;
    if (from > covered) free.push({ from: covered, to: from });
    const wanted = missing.get(range.variant) ?? 0;
    const end = Math.min(to, from + wanted);
    if (end > from) kept.push({ variant: range.variant, from, to: end });
    if (to > end) free.push({ from: end, to });
    missing.set(range.variant, wanted - (end - from));
    covered = to;
  }
  if (covered < FULL_SHARE) free.push({ from: covered, to: FULL_SHARE });
  return joinNeighbours([...kept, ...fill(free, missing)]);
};

/** Adds base's rest, base first, the others by code: first allocations are the same on every machine. */
const completeShares = (shares: Shares): Map<string, number> => {
  let rest = FULL_SHARE;
  for (const [variant, share] of shares) {
    if (!Number.isInteger(share) || share < 0)
      throw new RangeError(`Share of ${variant} is not a whole number from 0`);
    if (variant !== BASE) rest -= share;
  }
  if (rest < 0) throw new RangeError('Shares exceed 10,000 together');
  const variants = [...shares].filter(([variant]) => variant !== BASE).sort((a, b) => byText(a[0], b[0]));
  return new Map([[BASE, rest], ...variants]);
};

const fill = (
  free: readonly { from: number; to: number }[],
  missing: ReadonlyMap<string, number>,
): AllocationRange[] => {
  const filled: AllocationRange[] = [];
  const growing = [...missing]
    .filter(([, width]) => width > 0)
    .map(([variant, width]) => ({ variant, width }));
  let next = 0;
  for (const gap of free) {
    let from = gap.from;
    for (let taker = growing[next]; taker !== undefined && from < gap.to; taker = growing[next]) {
      const to = Math.min(gap.to, from + taker.width);
      filled.push({ variant: taker.variant, from, to });
      taker.width -= to - from;
      from = to;
      if (taker.width === 0) next += 1;
    }
  }
  return filled;
};

const joinNeighbours = (ranges: readonly AllocationRange[]): AllocationRange[] => {
  const joined: AllocationRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.variant === range.variant && last.to === range.from)
      joined[joined.length - 1] = { ...last, to: range.to };
    else joined.push(range);
  }
  return joined;
};
