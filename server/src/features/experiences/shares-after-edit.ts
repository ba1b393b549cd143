import {
  sharesAfterAdding,
  sharesAfterRemoving,
  sharesOf,
  sharesOfRanges,
} from '../../../../src/decision/allocation/shares';
import { type AllocationRange, BASE, type Variant } from '../../../../src/model/experience';

/**
 * The shares that a started test gets after its variants were edited. Shares that somebody set count as set,
 * base taking the rest. Otherwise a variant that left gives to all others in proportion, base included,
 * and one that joined takes from them in proportion.
 */
export function sharesAfterEdit(
  previous: readonly AllocationRange[],
  variants: readonly Variant[],
): Map<string, number> {
  const before = sharesOfRanges(previous);
  const enabled = variants.filter((variant) => variant.enabled);
  const wereSet = enabled.some(({ code, share }) => before.has(code) && before.get(code) !== share);
  if (wereSet) return sharesOf({ variants: enabled });

  const stays = new Set(enabled.map(({ code }) => code));
  const left = [...before.keys()].filter((code) => code !== BASE && !stays.has(code));
  const joined = enabled.filter(({ code, share }) => share > 0 && !before.has(code));
  const afterLeaving = left.reduce<Map<string, number>>(
    (shares, code) => sharesAfterRemoving(shares, code),
    before,
  );
  return joined.reduce((shares, { code, share }) => sharesAfterAdding(shares, code, share), afterLeaving);
}
