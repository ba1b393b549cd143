import fc from 'fast-check';
import { type JsonFlawKind, readJson } from '../../admin/src/pages/audiences/read-json';

const flawOf = (source: string) => {
  const reading = readJson(source);
  return reading.ok ? undefined : reading.flaw;
};

describe('reading a rule as JSON', () => {
  it('gives what JSON.parse gives, and takes nothing that it refuses', () => {
    fc.assert(
      fc.property(fc.json(), (source) => {
        const reading = readJson(source);
        // Random objects may repeat no key: they were objects before they were text.
        expect(reading.ok && reading.value).toEqual(JSON.parse(source));
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses, wherever one character is taken out or put in', () => {
    const anything = fc.oneof(
      fc.constantFrom(...'{}[]",:\'0-.e\n\\tx '),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), anything, fc.boolean(), (source, at, character, remove) => {
        const place = at % (source.length + 1);
        const broken =
          source.slice(0, place) + (remove ? '' : character) + source.slice(place + (remove ? 1 : 0));
        const flaw = flawOf(broken);
        if (flaw?.kind === 'repeated') return;
        expect(flaw === undefined).toBe(parses(broken));
      }),
      { numRuns: 2_000 },
    );
  });

  const flaws: [string, string, JsonFlawKind, number, number][] = [
    ['nothing', '  ', 'empty', 1, 1],
    ['a bracket that is not closed', '{\n  "a": 1', 'unfinished', 2, 9],
    ['a name without quotes', '{\n  a: 1\n}', 'quotes', 2, 3],
    ['a text in single quotes', `{ "a": 'x' }`, 'quotes', 1, 8],
    ['a text in typographic quotes', '{ "a": “x” }', 'quotes', 1, 8],
    ['a word that is no value', '{ "a": yes }', 'quotes', 1, 8],
    ['a comma too many', '{\n  "a": 1,\n}', 'comma-extra', 3, 1],
    ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 'comma-missing', 3, 3],
    ['no colon', '{ "a" 1 }', 'colon-missing', 1, 7],
    ['a text that is not closed', '{ "a": "x\n}', 'text', 1, 8],
    ['a number that JSON does not know', '{ "a": 01 }', 'number', 1, 8],
    ['a name twice', '{\n  "a": 1,\n  "a": 2\n}', 'repeated', 3, 3],
    ['more after the end', '{} }', 'after-end', 1, 4],
    ['too many brackets', '['.repeat(100), 'deep', 1, 66],
  ];
  it.each(flaws)('says of %s what and where', (_what, source, kind, line, column) => {
    expect(flawOf(source)).toMatchObject({ kind, line, column });
  });

  it('knows the line of each part, and of the part around one that is not there', () => {
    const reading = readJson(
      '{\n  "$or": [\n    { "a": 1 },\n    {\n      "b": { "$in": [1, 2] }\n    }\n  ]\n}',
    );
    if (!reading.ok) throw new Error(reading.flaw.kind);
    expect(reading.lineOf(['$or'])).toBe(2);
    expect(reading.lineOf(['$or', 0, 'a'])).toBe(3);
    expect(reading.lineOf(['$or', 1, 'b', '$in', 1])).toBe(5);
    expect(reading.lineOf(['$or', 1, 'c'])).toBe(4);
    expect(reading.lineOf([])).toBe(1);
  });
});

function parses(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
