import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { TABLE } from '../../server/src/constants';
import * as core from '../../src';
import { REPOSITORY } from '../support/plugin-under-test';

/** What `strapi-plugin-contextual/core` promises. Names may be added here, never changed or taken away. */
const SURFACE = [
  'EVENT_WEIGHTS',
  'affinity',
  'analyseVariants',
  'buildManifest',
  'changeManifest',
  'compileRule',
  'daysForEffect',
  'describeFinding',
  'describeReason',
  'describeRule',
  'explainRule',
  'isSatisfiable',
  'isSubsumed',
  'learn',
  'loadManifest',
  'overlay',
  'report',
  'smallestEffect',
  'validateRule',
  'verdictSentence',
];

const DIST = path.join(REPOSITORY, 'dist');
const BUILT = ['core/index.mjs', 'server/index.js', 'server/index.mjs', 'admin/index.js', 'admin/index.mjs'];

/** Packages that a browser never sees, and packages that only a browser sees. */
const SERVER_ONLY = ['koa', 'isbot', 'lru-cache', '@strapi/utils', '@strapi/strapi', '@strapi/database'];
const PANEL_ONLY =
  /^(react|react-dom|react-intl|react-router-dom|styled-components|@strapi\/(design-system|icons|admin|strapi\/admin))(\/|$)/;

describe('the surface of ./core', () => {
  it('is this list', () => {
    expect(Object.keys(core).sort()).toEqual([...SURFACE].sort());
  });

  it('holds what DESIGN names', () => {
    const { validateRule, compileRule, describeRule, explainRule } = core;
    const checked = validateRule({ 'location.country': { $in: ['DE', 'AT'] } });
    if (!checked.ok) throw new Error('a plain rule must be valid');
    const visitor = { location: { country: 'DE' } };
    expect(compileRule(checked.value)(visitor)).toBe(true);
    expect(explainRule(checked.value, visitor).matched).toBe(true);
    expect(describeRule(checked.value, 'en')).not.toBe('');
  });
});

const missing = BUILT.filter((file) => !existsSync(path.join(DIST, file)));

// The bundles are there after a build: `npm test` makes one, a single file run from an editor may not.
if (process.env.CONTEXTUAL_BUILT || missing.length === 0) {
  describe('the built package', () => {
    it('is there', () => {
      expect(missing).toEqual([]);
    });

    it('has a core with the same surface', () => {
      expect(Object.keys(require(path.join(DIST, 'core/index.js'))).sort()).toEqual([...SURFACE].sort());
    });

    it('has a core that runs anywhere: its imports are declared, and none is of Node', () => {
      const { dependencies } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));
      const special = ['betainc', 'betaincinv', 'betaln', 'erfc', 'erfcinv', 'gammaln'];
      const functions = special.map((name) => `@stdlib/math-base-special-${name}`);
      const allowed = ['@date-fns/tz', 'lru-cache', ...functions];
      expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(allowed));
      const imported = filesBelow('core').flatMap(importsOf);
      expect(imported.filter(({ name }) => isBuiltin(name))).toEqual([]);
      expect(
        imported.filter(({ name }) => !name.startsWith('.') && !allowed.includes(packageOf(name))),
      ).toEqual([]);
      expect(imported.filter(leaves('core'))).toEqual([]);
    });

    it('has a server half without anything of the panel', () => {
      const imported = filesBelow('server').flatMap(importsOf);
      expect(imported.length).toBeGreaterThan(0);
      expect(imported.filter(({ name }) => PANEL_ONLY.test(name))).toEqual([]);
      expect(imported.filter(reaches('admin'))).toEqual([]);
      for (const file of bundlesOf('server')) {
        expect([file, /\.registerPlugin\(|jsx-runtime|createElement\(/.test(read(file))]).toEqual([
          file,
          false,
        ]);
      }
    });

    it('has a panel without anything of the server half', () => {
      const imported = filesBelow('admin').flatMap(importsOf);
      expect(imported.filter(({ name }) => isBuiltin(name))).toEqual([]);
      expect(imported.filter(({ name }) => SERVER_ONLY.includes(name))).toEqual([]);
      expect(imported.filter(reaches('server'))).toEqual([]);
      for (const file of bundlesOf('admin')) {
        const tables = Object.values(TABLE).filter((table) => read(file).includes(table));
        expect([file, tables]).toEqual([file, []]);
      }
    });
  });
}

interface Import {
  /** Below `dist`. */
  readonly file: string;
  readonly name: string;
}

const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');

/** Scripts and declarations of one half, below `dist`. */
const filesBelow = (half: string): string[] =>
  readdirSync(path.join(DIST, half), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(m?js|d\.ts)$/.test(name))
    .map((name) => path.join(half, name));

const bundlesOf = (half: string): string[] => filesBelow(half).filter((file) => /\.m?js$/.test(file));

/** Every import, export from, `import()` and `require()` of a file. */
const importsOf = (file: string): Import[] =>
  ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => ({ file, name: fileName }));

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

const targetOf = ({ file, name }: Import): string | undefined =>
  name.startsWith('.') ? path.join(path.dirname(file), name) : undefined;

const isBelow = (half: string, target: string) => target.split(path.sep)[0] === half;

/** Does an import lead into that half? */
const reaches = (half: string) => (one: Import) => {
  const target = targetOf(one);
  return target !== undefined && isBelow(half, target);
};

/** Does a relative import lead out of that half? */
const leaves = (half: string) => (one: Import) => {
  const target = targetOf(one);
  return target !== undefined && !isBelow(half, target);
};
