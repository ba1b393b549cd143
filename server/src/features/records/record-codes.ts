import { randomBytes } from 'node:crypto';
import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';

/** Shape of every code: it may stand in a URL, a variant key and a rule path. */
export const CODE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Longest code made from a name; one that is given may be longer. */
const SLUG_LENGTH = 40;

/** Spellings that Unicode's decomposition does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
};

/** A code from a name, for example "Wäsche & mehr" → `waesche-mehr`; `''` when no letter or digit is left. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüßæøł]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');

/** Remembers the codes of deleted records: events, receipts and keys out there still carry them. */
export interface UsedCodes {
  has(kind: string, code: string): Promise<boolean>;
  add(kind: string, code: string): Promise<void>;
}

/** Used codes as rows of the core store, one each, which a start without the plugin keeps. */
export function createUsedCodes(strapi: Strapi): UsedCodes {
  const store = () => strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const keyOf = (kind: string, code: string) => `used-code:${kind}:${code}`;
  return {
    has: async (kind, code) => (await store().get({ key: keyOf(kind, code) })) !== null,
    add: async (kind, code) => {
      await store().set({ key: keyOf(kind, code), value: true });
    },
  };
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export async function freeCode(
  name: string,
  kind: string,
  isTaken: (code: string) => Promise<boolean>,
): Promise<string> {
  const slug = slugOf(name) || `${kind}-${randomBytes(3).toString('hex')}`;
  for (let attempt = 1; ; attempt += 1) {
    const candidate = attempt === 1 ? slug : `${slug}-${attempt}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
