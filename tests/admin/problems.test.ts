import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import de from '../../admin/src/translations/de/problems.json';
import enCommon from '../../admin/src/translations/en/common.json';
import deCommon from '../../admin/src/translations/de/common.json';
import { REPOSITORY } from '../support/plugin-under-test';

interface ApiDescription {
  readonly components: { readonly schemas: Readonly<Record<string, { readonly enum?: readonly string[] }>> };
}

const api = parse(readFileSync(path.join(REPOSITORY, 'openapi.yaml'), 'utf8')) as ApiDescription;
const codesOf = (schema: string): readonly string[] => api.components.schemas[schema]?.enum ?? [];

/** What only callers of the public routes meet: sites and programs, whose language is English. */
const PUBLIC_ONLY: ReadonlySet<string> = new Set([
  'request-malformed',
  'entries-missing',
  'entries-too-many',
  'entry-malformed',
  'content-type-missing',
  'include-unknown',
  'context-malformed',
  'context-too-deep',
  'context-too-large',
  'preview-token-malformed',
  'preview-token-foreign',
  'preview-token-expired',
  'sent-at',
  'events-missing',
  'events-too-many',
  'busy',
  'api-token-required',
  'visitor-id',
]);

const ofPanel = [...new Set([...codesOf('ErrorCode'), ...codesOf('IssueCode')])].filter(
  (code) => !PUBLIC_ONLY.has(code),
);
const german: Readonly<Record<string, string>> = { ...de, ...deCommon };

describe('the problems that the panel can be answered', () => {
  it('are described, and so are those that it cannot', () => {
    expect(ofPanel.length).toBeGreaterThan(80);
    const described = new Set([...codesOf('ErrorCode'), ...codesOf('IssueCode')]);
    expect([...PUBLIC_ONLY].filter((code) => !described.has(code))).toEqual([]);
  });

  it.each(ofPanel)('has a German sentence: %s', (code) => {
    expect(german[`problem.${code}`]).toMatch(/^„?\p{Lu}.+[.:]$/u);
  });

  it('has no sentence for a code that nobody answers', () => {
    const known = new Set(ofPanel.map((code) => `problem.${code}`));
    const unknown = Object.keys(de).filter((key) => !known.has(key.replace(/\.named$/, '')));
    expect(unknown).toEqual([]);
  });

  it('has the plain sentence beside every one with names, for answers that bring none', () => {
    const named = Object.keys(de).filter((key) => key.endsWith('.named'));
    expect(named.length).toBeGreaterThan(0);
    for (const key of named) expect(german).toHaveProperty([key.replace(/\.named$/, '')]);
  });

  it('has sentences of its own, in both languages, for what no server said', () => {
    for (const code of ['unknown', 'unreachable']) {
      expect(enCommon).toHaveProperty([`problem.${code}`]);
      expect(deCommon).toHaveProperty([`problem.${code}`]);
    }
  });
});
