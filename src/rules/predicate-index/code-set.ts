/** Codes of one slot that satisfy a test: a run of them, ends included, or a sorted list. */
export type CodeSet = { readonly from: number; readonly to: number } | { readonly codes: readonly number[] };

/** Above every code. */
export const LAST_CODE = 0x7fffffff;

/** The set of one code. */
export const only = (code: number): CodeSet => ({ from: code, to: code });

/** No code. */
export const NONE: CodeSet = { codes: [] };

/** Sorted and without repeats; a single one as a run. */
export const codesOf = (codes: readonly number[]): CodeSet => {
  const sorted = [...new Set(codes)].sort((a, b) => a - b);
  return sorted.length === 1 ? only(sorted[0]!) : { codes: sorted };
};

/** How many codes of a slot that has `size` of them are in a set. */
export const codeCount = (set: CodeSet, size: number): number =>
  'codes' in set ? set.codes.length : Math.max(0, Math.min(set.to, size - 1) - set.from + 1);
