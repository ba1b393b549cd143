/**
 * p values adjusted for their number, in the order given: the share of families with any false positive stays
 * below alpha whatever their dependence (Holm 1979, "A simple sequentially rejective multiple test procedure").
 * `null` stays `null` and is no member of the family.
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const ranked = values
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p || a.index - b.index);
  const adjusted: (number | null)[] = values.map(() => null);
  let largest = 0;
  ranked.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (ranked.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
