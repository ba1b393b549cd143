import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { REPOSITORY } from '../support/plugin-under-test';

type Texts = Readonly<Record<string, string>>;

const ADMIN = path.join(REPOSITORY, 'admin/src');
const LANGUAGES = ['en', 'de'] as const;
const filesOf = (language: string): string[] =>
  readdirSync(path.join(ADMIN, 'translations', language)).filter((name) => name.endsWith('.json'));
const textsIn = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(path.join(ADMIN, 'translations', language, file), 'utf8')) as Texts;
const all = (language: string): Texts =>
  Object.assign({}, ...filesOf(language).map((file) => textsIn(language, file))) as Texts;

/** The server says problems in English itself; only other languages have the area. */
const SAID_BY_SERVER = 'problems.json';
const areas = filesOf('en');

/** DESIGN.md, section 2: "Never in the panel". */
const FORBIDDEN = ['manifest', 'rollup', 'overlay', 'propensity', 'weights version'];

describe('the texts of the panel', () => {
  it('have the same areas in every language', () => {
    expect(filesOf('de').filter((file) => file !== SAID_BY_SERVER)).toEqual(areas);
  });

  it.each(areas)('have the same keys in every language: %s', (file) => {
    expect(Object.keys(textsIn('de', file)).sort()).toEqual(Object.keys(textsIn('en', file)).sort());
  });

  it.each(areas)('have the same placeholders in every language: %s', (file) => {
    const [en, de] = [textsIn('en', file), textsIn('de', file)];
    const differing = Object.keys(en).filter(
      (key) => placeholdersOf(en[key] ?? '').join() !== placeholdersOf(de[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(LANGUAGES)('can be read as messages, and none is empty: %s', (language) => {
    for (const [key, text] of Object.entries(all(language))) {
      expect(() => parse(text)).not.toThrow();
      expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  it.each(LANGUAGES)('begin with the name of their area: %s', (language) => {
    for (const file of filesOf(language)) {
      const area = path.basename(file, '.json');
      // Problems that no server said belong to no page.
      const prefixes =
        area === 'problems' ? ['problem.'] : area === 'common' ? ['common.', 'problem.'] : [`${area}.`];
      const strangers = Object.keys(textsIn(language, file)).filter(
        (key) => !prefixes.some((prefix) => key.startsWith(prefix)),
      );
      expect([file, strangers]).toEqual([file, []]);
    }
  });

  it.each(LANGUAGES)('say nothing in the words of the machinery: %s', (language) => {
    const found = Object.entries(all(language)).filter(([, text]) =>
      FORBIDDEN.some((word) => text.toLowerCase().includes(word)),
    );
    expect(found).toEqual([]);
  });

  it('are all used', () => {
    const { literals, patterns } = usesInSources();
    const unused = Object.keys(all('en')).filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => matches(pattern, key)),
    );
    expect(unused).toEqual([]);
  });

  it('are all there', () => {
    const known = all('en');
    const missing = [...usesInSources().asked].filter((key) => !Object.hasOwn(known, key));
    expect(missing).toEqual([]);
  });
});

/** Names of the placeholders in no order, those of the branches too; one language may need a plural where another has a number. */
function placeholdersOf(text: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
      if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(parse(text));
  return [...found].sort();
}

interface Uses {
  /** Every string of the sources. */
  readonly literals: ReadonlySet<string>;
  /** Every string with gaps, as its fixed parts. */
  readonly patterns: readonly (readonly string[])[];
  /** Keys that are asked for by name: `text('…')`, `getTranslation('…')`. */
  readonly asked: ReadonlySet<string>;
}

const ASKERS: ReadonlySet<string> = new Set(['text', 'getTranslation']);

function usesInSources(): Uses {
  const literals = new Set<string>();
  const asked = new Set<string>();
  const patterns: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      // A gap at the beginning could be any key.
      if (parts[0]?.includes('.')) patterns.push(parts);
    }
    if (ts.isCallExpression(node) && ASKERS.has(node.expression.getText())) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) asked.add(first.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const name of readdirSync(ADMIN, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const text = readFileSync(path.join(ADMIN, name), 'utf8');
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind));
  }
  return { literals, patterns, asked };
}

/** Whether a key has the fixed parts of a pattern, with something in each gap. */
function matches(parts: readonly string[], key: string): boolean {
  const [head = '', ...rest] = parts;
  if (!key.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const next = isLast ? key.length - part.length : key.indexOf(part, at + 1);
    if (next <= at || !key.startsWith(part, next)) return false;
    at = next + part.length;
  }
  return true;
}
