import { byText } from '../../foundation/compare';
import { type AllocationRange, BASE, type Experience, FULL_SHARE } from '../../model/experience';
import type { Shares } from './next-ranges';
import { widthOf } from './find-range';

/** The shares that an experience's variants ask for: enabled ones by their `share`, base the rest. */
export const sharesOf = (experience: Pick<Experience, 'variants'>): Map<string, number> => {
  const shares = new Map(experience.variants.filter((v) => v.enabled).map((v) => [v.code, v.share]));
  const asked = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return new Map([[BASE, FULL_SHARE - asked], ...shares]);
};

/** The shares that stored ranges realise. */
export const sharesOfRanges = (ranges: readonly AllocationRange[]): Map<string, number> =>
  new Map(
    [...new Set(ranges.map(({ variant }) => variant))].map((variant) => [variant, widthOf(ranges, variant)]),
  );

/** Shares after a variant joined with `share`: it takes from all others, base included, in proportion to what they have. */
export const sharesAfterAdding = (shares: Shares, variant: string, share: number): Map<string, number> =>
  new Map([...scaleTo(without(shares, variant), FULL_SHARE - share), [variant, share]]);

/** Shares after a variant was switched off: it gives to all others, base included, in proportion to what they have. */
export const sharesAfterRemoving = (shares: Shares, variant: string): Map<string, number> =>
  scaleTo(without(shares, variant), FULL_SHARE);

const without = (shares: Shares, variant: string): Map<string, number> =>
  new Map([...shares].filter(([code]) => code !== variant));

/** Scales to a total in whole numbers; the largest remainders get the units that rounding leaves over. */
const scaleTo = (shares: Shares, total: number): Map<string, number> => {
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  if (sum === 0) return new Map([...shares, [BASE, total]]);
  const parts = [...shares].map(([variant, share]) => {
    const exact = (share * total) / sum;
    return { variant, whole: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  const left = total - parts.reduce((all, part) => all + part.whole, 0);
  const favoured = new Set(
    [...parts]
      .sort((a, b) => b.remainder - a.remainder || byText(a.variant, b.variant))
      .slice(0, left)
      .map(({ variant }) => variant),
  );
  return new Map(parts.map(({ variant, whole }) => [variant, favoured.has(variant) ? whole + 1 : whole]));
};
