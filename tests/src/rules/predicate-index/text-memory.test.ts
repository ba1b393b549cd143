import {
  REMEMBERED_LENGTH,
  REMEMBERED_TEXTS,
  textMemory,
} from '../../../../src/rules/predicate-index/text-memory';

describe('the memory of texts', () => {
  it('knows what it was told, each table its own', () => {
    const memory = textMemory();
    const [paths, versions] = [memory.newTable(), memory.newTable()];
    memory.remember(paths, '1.2', 7);
    memory.remember(versions, '1.2', 3);
    expect([paths.get('1.2'), versions.get('1.2'), paths.get('1.3')]).toEqual([7, 3, undefined]);
  });

  it('never has more texts than its limit in all tables together, and goes on remembering', () => {
    const memory = textMemory();
    const tables = [memory.newTable(), memory.newTable(), memory.newTable()];
    for (let number = 0; number < 5 * REMEMBERED_TEXTS; number += 1) {
      memory.remember(tables[number % 3]!, `text ${number}`, 1);
      expect(tables.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(REMEMBERED_TEXTS);
    }
    memory.remember(tables[0]!, 'the last', 2);
    expect(tables[0]!.get('the last')).toBe(2);
  });

  it('does not remember a text that is longer than its limit', () => {
    const memory = textMemory();
    const table = memory.newTable();
    memory.remember(table, 'x'.repeat(REMEMBERED_LENGTH), 1);
    memory.remember(table, 'x'.repeat(REMEMBERED_LENGTH + 1), 1);
    expect([...table.keys()]).toEqual(['x'.repeat(REMEMBERED_LENGTH)]);
  });

  it.each(['', '0', '4294967295', '__proto__', 'constructor', 'toString', 'ä'.repeat(REMEMBERED_LENGTH)])(
    'remembers %j as any other text, and nothing beside it',
    (text) => {
      const memory = textMemory();
      const table = memory.newTable();
      memory.remember(table, text, 5);
      memory.remember(table, 'other', 6);
      expect([...table]).toEqual([
        [text, 5],
        ['other', 6],
      ]);
    },
  );
});
