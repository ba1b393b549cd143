import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../support/plugin-under-test';

const STRAPI = path.join(REPOSITORY, 'node_modules/@strapi');

/** Names of the data layer's endpoints in the files of a folder. */
function endpointsBelow(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .flatMap((entry) => {
      const source = readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8');
      return [
        ...source.matchAll(/^\s+(\w+): ?(?:build(?:er)?\.(?:query|mutation)|\w+\.\w+\(build\))/gm),
      ].flatMap(([, name]) => (name === undefined ? [] : [name]));
    });
}

describe('the panel’s data layer, which we share with Strapi', () => {
  it('has no endpoint of ours under a name that is taken: the first one would silently win', () => {
    const theirs = new Set(
      [
        'admin',
        'content-manager',
        'content-type-builder',
        'i18n',
        'upload',
        'review-workflows',
        'content-releases',
      ]
        .map((name) => path.join(STRAPI, name, 'dist/admin'))
        .flatMap((folder) => endpointsBelow(folder, '.mjs')),
    );
    const ours = endpointsBelow(path.join(REPOSITORY, 'admin/src/api'), '.ts');
    expect(theirs.has('getSettings')).toBe(true);
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.filter((name) => theirs.has(name))).toEqual([]);
    expect(ours.filter((name, place) => ours.indexOf(name) !== place)).toEqual([]);
  });
});
