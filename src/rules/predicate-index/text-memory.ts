/** Codes of texts that take work to read: versions, dates and paths come again and again. */
export interface TextMemory {
  newTable(): Map<unknown, number>;
  remember(table: Map<unknown, number>, text: string, code: number): void;
}

/** So many texts are remembered in all tables together, and none that is longer. */
export const REMEMBERED_TEXTS = 2_048;
export const REMEMBERED_LENGTH = 64;

/** An empty memory. When it is full it begins anew, so that nobody can fill it for good. */
export const textMemory = (): TextMemory => {
  const tables: Map<unknown, number>[] = [];
  let count = 0;
  return {
    newTable: () => {
      const table = new Map<unknown, number>();
      tables.push(table);
      return table;
    },
    remember: (table, text, code) => {
      if (text.length > REMEMBERED_LENGTH) return;
      if (count >= REMEMBERED_TEXTS) {
        for (const each of tables) each.clear();
        count = 0;
      }
      table.set(keyOf(text), code);
      count += 1;
    },
  };
};

/**
 * A text that was cut from another one, such as a path from an address, would keep all of that one. As a key it is a
 * text of its own, and one that V8 compares without looking at its characters where it can.
 */
const keyOf = (text: string): string => {
  KEYS[text] = true;
  const [key = text] = Object.keys(KEYS);
  delete KEYS[text];
  return key;
};

/** Empty between two calls. A hash table, so that V8 draws no hidden class for each text. */
const KEYS = Object.create(null) as Record<string, boolean>;
