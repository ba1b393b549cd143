/**
 * A map that is never changed but gives changed copies of itself, cheaply: a copy shares the large base and
 * carries the few keys that differ in a patch of its own. So who reads the old one goes on reading the old
 * answers, and an edit costs as much as the patch is large. Once the patch has outgrown its share of the base,
 * both are copied into a new base: that is linear, and rare enough to be cheap on average.
 */
export interface PatchedMap<V> {
  get(key: string): V | undefined;
  /** A copy with these changes; `undefined` takes a key out. */
  with(changes: ReadonlyMap<string, V | undefined>): PatchedMap<V>;
}

/** Keys that a patch may hold whatever the size of its base: to copy these is nothing. */
const SMALL_PATCH = 16;
/** Share of the base that a patch may reach. */
const LARGEST_SHARE = 0.05;

/** Makes one. `base` must not be changed afterwards; `undefined` as a value is the same as no key. */
export const patchedMap = <V>(base: ReadonlyMap<string, V>): PatchedMap<V> => patched(base, new Map());

const patched = <V>(
  base: ReadonlyMap<string, V>,
  patch: ReadonlyMap<string, V | undefined>,
): PatchedMap<V> => ({
  get: (key) => (patch.size > 0 && patch.has(key) ? patch.get(key) : base.get(key)),
  with: (changes) => {
    if (changes.size === 0) return patched(base, patch);
    const together = new Map(patch);
    for (const [key, value] of changes) together.set(key, value);
    return together.size <= Math.max(SMALL_PATCH, base.size * LARGEST_SHARE)
      ? patched(base, together)
      : patched(flattened(base, together), new Map());
  },
});

const flattened = <V>(
  base: ReadonlyMap<string, V>,
  patch: ReadonlyMap<string, V | undefined>,
): ReadonlyMap<string, V> => {
  const flat = new Map(base);
  for (const [key, value] of patch) {
    if (value === undefined) flat.delete(key);
    else flat.set(key, value);
  }
  return flat;
};
