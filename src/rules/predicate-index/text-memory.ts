/**
 * The codes of texts that take work to read: versions, dates and paths come again and again.
 *
 * There are two generations of texts. When the younger one is full it becomes the older one, and what that was is
 * forgotten, but for the texts that were met again meanwhile: they are among the young ones too. So what comes often
 * stays, nobody can fill the memory for good, and no table grows so large that a visitor has to wait for it.
 */
export class TextMemory {
  private readonly tables: TextTable[] = [];
  /** Of the younger generation. */
  private count = 0;

  /** Keeps the texts of a table from now on, in maps of its own: no other table may be handed to the methods below. */
  adopt(table: TextTable): void {
    table.texts = new Map();
    this.tables.push(table);
  }

  /** The code of a text that is not in `table.texts`, if it is remembered. */
  recall(table: TextTable, text: string): number | undefined {
    const code = table.older.get(text);
    if (code !== undefined) this.add(table, text, code);
    return code;
  }

  remember(table: TextTable, text: string, code: number): void {
    if (text.length <= REMEMBERED_LENGTH) this.add(table, text, code);
  }

  private add(table: TextTable, text: string, code: number): void {
    (table.texts as Map<unknown, number>).set(copyOf(text), code);
    this.count += 1;
    if (this.count < REMEMBERED_TEXTS) return;
    this.tables.forEach(renew);
    this.count = 0;
  }
}

/** The codes of the texts of one attribute. */
export interface TextTable {
  /** The younger generation: nearly all that is looked for. */
  texts: ReadonlyMap<unknown, number>;
  older: ReadonlyMap<unknown, number>;
}

const renew = (table: TextTable): void => {
  if (table.texts.size === 0 && table.older.size === 0) return;
  table.older = table.texts;
  table.texts = new Map();
};

/** So many texts are in each generation of all tables together, and none that is longer. */
export const REMEMBERED_TEXTS = 768;
export const REMEMBERED_LENGTH = 64;

/** What is cut off and shorter is a copy in V8 (`SlicedString::kMinLength`). */
const SHORTEST_SLICE = 13;

/** A text that was cut from another one, such as a path from an address, would keep all of that one. */
const copyOf = (text: string): string => {
  if (text.length < SHORTEST_SLICE) return text;
  const characters = new Array<number>(text.length);
  for (let at = 0; at < text.length; at += 1) characters[at] = text.charCodeAt(at);
  return String.fromCharCode(...characters);
};
