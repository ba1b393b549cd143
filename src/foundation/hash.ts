/** Buckets of one hash: positions in 1/10,000. */
export const BUCKETS = 10_000;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bit, over UTF-16 code units as the GrowthBook SDKs do; unsigned. */
export const fnv1a32 = (text: string): number => {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return hash >>> 0;
};

/**
 * Position of a unit, 0..9,999: "hash v2" of the GrowthBook SDKs, so that any of them allocates alike.
 * Hashing twice removes the bias of a single FNV pass over similar ids.
 */
export const bucketOf = (seed: string, unitId: string): number =>
  fnv1a32(String(fnv1a32(seed + unitId))) % BUCKETS;
