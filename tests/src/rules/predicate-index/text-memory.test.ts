import {
  REMEMBERED_LENGTH,
  REMEMBERED_TEXTS,
  TextMemory,
  type TextTable,
} from '../../../../src/rules/predicate-index/text-memory';

describe('the memory of texts', () => {
  const withTables = (count: number): { memory: TextMemory; tables: TextTable[] } => {
    const memory = new TextMemory();
    const tables = Array.from({ length: count }, (): TextTable => ({ texts: new Map(), older: new Map() }));
    for (const table of tables) memory.adopt(table);
    return { memory, tables };
  };
  const codeOf = (memory: TextMemory, table: TextTable, text: string): number | undefined =>
    table.texts.get(text) ?? memory.recall(table, text);
  const sizeOf = ({ texts, older }: TextTable): number => texts.size + older.size;

  it('knows what it was told, each table its own', () => {
    const { memory, tables } = withTables(2);
    const [paths, versions] = tables as [TextTable, TextTable];
    memory.remember(paths, '1.2', 7);
    memory.remember(versions, '1.2', 3);
    expect([paths, versions].map((table) => codeOf(memory, table, '1.2'))).toEqual([7, 3]);
    expect(codeOf(memory, paths, '1.3')).toBeUndefined();
  });

  it('never has more texts than two generations in all tables together, and goes on remembering', () => {
    const { memory, tables } = withTables(3);
    for (let number = 0; number < 5 * REMEMBERED_TEXTS; number += 1) {
      memory.remember(tables[number % 3]!, `text ${number}`, number);
      expect(tables.reduce((sum, table) => sum + sizeOf(table), 0)).toBeLessThanOrEqual(2 * REMEMBERED_TEXTS);
      expect(codeOf(memory, tables[number % 3]!, `text ${number}`)).toBe(number);
    }
  });

  it('keeps a text that comes often, whatever else comes, and forgets one that does not', () => {
    const { memory, tables } = withTables(1);
    const [table] = tables as [TextTable];
    memory.remember(table, 'often', 1);
    memory.remember(table, 'once', 2);
    for (let number = 0; number < 5 * REMEMBERED_TEXTS; number += 1) {
      memory.remember(table, `text ${number}`, 3);
      if (number % 500 === 0) expect(codeOf(memory, table, 'often')).toBe(1);
    }
    expect(codeOf(memory, table, 'once')).toBeUndefined();
  });

  it('does not remember a text that is longer than its limit', () => {
    const { memory, tables } = withTables(1);
    const [table] = tables as [TextTable];
    memory.remember(table, 'x'.repeat(REMEMBERED_LENGTH), 1);
    memory.remember(table, 'x'.repeat(REMEMBERED_LENGTH + 1), 1);
    expect([...table.texts.keys()]).toEqual(['x'.repeat(REMEMBERED_LENGTH)]);
  });

  it.each([
    '',
    '0',
    '4294967295',
    '__proto__',
    'constructor',
    'a path that was cut from an address',
    'ä'.repeat(REMEMBERED_LENGTH),
    '\ud83c\udfd4\ufe0f mountains \ud83c\udfd4\ufe0f',
    'half a pair of surrogates \ud83c',
  ])('remembers %j as any other text, and nothing beside it', (text) => {
    const { memory, tables } = withTables(1);
    const [table] = tables as [TextTable];
    memory.remember(table, text, 5);
    memory.remember(table, 'other', 6);
    expect([...table.texts]).toEqual([
      [text, 5],
      ['other', 6],
    ]);
  });
});
