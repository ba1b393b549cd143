/** Where the things of each cell are. */
export interface ByCell {
  /** Those of cell `c` are from `start[c]` to `start[c + 1]` in `order`. */
  readonly start: Int32Array;
  /** Positions in what was given; those of one cell in the order in which they were given. */
  readonly order: Int32Array;
}

/** Brings things together by their cells in one pass over them and one over the cells. @param size number of cells */
export const countingSort = (cells: readonly number[], size: number): ByCell => {
  const start = new Int32Array(size + 1);
  for (const cell of cells) start[cell + 1]! += 1;
  for (let cell = 0; cell < size; cell += 1) start[cell + 1]! += start[cell]!;
  const next = start.slice();
  const order = new Int32Array(cells.length);
  cells.forEach((cell, at) => (order[next[cell]!++] = at));
  return { start, order };
};
