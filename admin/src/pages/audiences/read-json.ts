/** Why a text is not JSON, closed; the panel has a sentence for each. */
export type JsonFlawKind =
  | 'empty'
  | 'unfinished'
  | 'quotes'
  | 'text'
  | 'number'
  | 'comma-missing'
  | 'comma-extra'
  | 'colon-missing'
  | 'repeated'
  | 'after-end'
  | 'deep'
  | 'unexpected';

/** The first place at which a text stops being JSON. */
export interface JsonFlaw {
  readonly kind: JsonFlawKind;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What stands there. */
  readonly found: string;
}

/** A text read as JSON, with the line of each of its parts, or the place where it is none. */
export type JsonReading =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line of a part, from 1; of the nearest part around it where there is none. */
      readonly lineOf: (path: readonly (string | number)[]) => number;
    }
  | { readonly ok: false; readonly flaw: JsonFlaw };

/** Deeper than any rule may be; the reader calls itself. */
const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[^\s,:{}[\]"]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS: readonly string[] = ['true', 'false', 'null'];

/**
 * Reads JSON as `JSON.parse` does, and says where it is none in a way that every browser and language shares.
 * A key that stands twice counts as a flaw: parsing would silently lose the first.
 */
export function readJson(source: string): JsonReading {
  const lines = new Map<string, number>();
  const reader = new Reader(source, lines);
  try {
    reader.document();
    return {
      ok: true,
      value: JSON.parse(source) as unknown,
      lineOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const line = lines.get(JSON.stringify(path.slice(0, length)));
          if (line !== undefined) return line;
        }
        return 1;
      },
    };
  } catch (error) {
    if (error instanceof Flaw) return { ok: false, flaw: { kind: error.kind, ...reader.placeOf(error.at) } };
    // What only the browser finds wrong has no place that we know.
    return { ok: false, flaw: { kind: 'unexpected', ...reader.placeOf(0) } };
  }
}

/** Leaves the reader at the first flaw. */
class Flaw extends Error {
  constructor(
    readonly kind: JsonFlawKind,
    readonly at: number,
  ) {
    super(kind);
  }
}

type Path = readonly (string | number)[];

class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly lines: Map<string, number>,
  ) {}

  document(): void {
    this.space();
    if (this.at >= this.source.length) throw new Flaw('empty', 0);
    this.value([]);
    this.space();
    if (this.at < this.source.length) throw new Flaw('after-end', this.at);
  }

  placeOf(at: number): { line: number; column: number; found: string } {
    const before = this.source.slice(0, at).split('\n');
    const last = before.at(-1) ?? '';
    return {
      line: before.length,
      column: last.length + 1,
      found: (Array.from(this.source.slice(at, at + 2))[0] ?? '').trim(),
    };
  }

  private value(path: Path): void {
    if (path.length > DEEPEST) throw new Flaw('deep', this.at);
    const first = this.source[this.at];
    if (first === '{') return this.object(path);
    if (first === '[') return this.list(path);
    if (first === '"') return void this.text();
    if (first === undefined) throw new Flaw('unfinished', this.at);
    if (first === "'" || first === '“' || first === '„') throw new Flaw('quotes', this.at);
    if (first === '-' || (first >= '0' && first <= '9')) return this.number();
    if (first === ',' || first === '}' || first === ']') throw new Flaw('comma-extra', this.at);
    const word = this.match(WORD) ?? '';
    if (WORDS.includes(word)) return;
    throw new Flaw(word === '' ? 'unexpected' : 'quotes', this.at - word.length);
  }

  private object(path: Path): void {
    const keys = new Set<string>();
    this.members('}', () => {
      const at = this.at;
      const first = this.source[at];
      if (first === undefined) throw new Flaw('unfinished', at);
      if (first === ',' || first === '}') throw new Flaw('comma-extra', at);
      if (first !== '"') throw new Flaw('quotes', at);
      const key = this.text();
      if (keys.has(key)) throw new Flaw('repeated', at);
      keys.add(key);
      const inner = [...path, key];
      this.lines.set(JSON.stringify(inner), this.placeOf(at).line);
      this.space();
      if (this.at >= this.source.length) throw new Flaw('unfinished', this.at);
      if (this.source[this.at] !== ':') throw new Flaw('colon-missing', this.at);
      this.at += 1;
      this.space();
      this.value(inner);
    });
  }

  private list(path: Path): void {
    let index = 0;
    this.members(']', () => {
      const inner = [...path, index];
      index += 1;
      this.lines.set(JSON.stringify(inner), this.placeOf(this.at).line);
      this.value(inner);
    });
  }

  /** What is between brackets, by commas. */
  private members(end: '}' | ']', member: () => void): void {
    this.at += 1;
    this.space();
    if (this.source[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      member();
      this.space();
      const next = this.source[this.at];
      if (next === undefined) throw new Flaw('unfinished', this.at);
      if (next !== end && next !== ',') throw new Flaw('comma-missing', this.at);
      this.at += 1;
      if (next === end) return;
      this.space();
      if (this.source[this.at] === end) throw new Flaw('comma-extra', this.at);
    }
  }

  /** A text in quotes; gives what it says. */
  private text(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const character = this.source[this.at];
      if (character === undefined || character === '\n') throw new Flaw('text', start);
      if (character === '"') break;
      if (character < ' ') throw new Flaw('text', this.at);
      if (character !== '\\') this.at += 1;
      else if (this.match(ESCAPE) === undefined) throw new Flaw('text', this.at);
    }
    this.at += 1;
    return JSON.parse(this.source.slice(start, this.at)) as string;
  }

  private number(): void {
    const start = this.at;
    if (this.match(NUMBER) === undefined || this.match(WORD) !== undefined) throw new Flaw('number', start);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private space(): void {
    while (' \t\n\r'.includes(this.source[this.at] ?? 'end')) this.at += 1;
  }
}
