/** A seeded source of randomness: the same seed gives the same rules and contexts on every machine. */
export interface Random {
  /** [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  int(below: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Prefers the front of the list, as traffic does: the first tenth gets about a third. */
  skewed<T>(items: readonly T[]): T;
  /** `count` different items, fewer where there are not as many. */
  some<T>(items: readonly T[], count: number): T[];
  shuffle<T>(items: readonly T[]): T[];
}

/** sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, period about 2^127. */
export const seeded = (seed: number): Random => {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();

  const int = (below: number): number => Math.floor(next() * below);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const list = [...items];
    for (let index = list.length - 1; index > 0; index -= 1) {
      const other = int(index + 1);
      [list[index], list[other]] = [list[other]!, list[index]!];
    }
    return list;
  };
  return {
    next,
    int,
    between: (from, to) => from + int(to - from + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)]!,
    skewed: (items) => items[Math.floor(items.length * next() ** 2)]!,
    some: (items, count) => {
      if (count * 3 > items.length) return shuffle(items).slice(0, count);
      const chosen = new Set<(typeof items)[number]>();
      while (chosen.size < count) chosen.add(items[int(items.length)]!);
      return [...chosen];
    },
    shuffle,
  };
};
