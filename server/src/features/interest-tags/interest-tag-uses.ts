import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { list, requiredText, type Row } from '../records';

/** Who would miss an interest tag, in words: child tags, entries, variants and rules that read it. */
export async function interestTagUses(strapi: Strapi, code: string): Promise<string[]> {
  const rows = async (uid: string, where: object = {}) =>
    (await strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as Row[];
  const children = await rows(UID.interestTag, { parent: code });
  const entries = await rows(UID.entryInterest, { tag: code });
  const variants = (await rows(UID.variant)).filter((row) =>
    list<{ tag?: unknown }>(row, 'interests').some(({ tag }) => tag === code),
  );
  const audiences = (await rows(UID.audience)).filter((row) => readsTag(row.rule, code));
  return [
    ...children.map((row) => `interest "${requiredText(row, 'name')}" (its parent)`),
    ...entries.map(
      (row) => `entry ${requiredText(row, 'entryDocumentId')} of ${requiredText(row, 'contentType')}`,
    ),
    ...variants.map(
      (row) => `variant "${requiredText(row, 'name')}" of "${requiredText(row, 'experience')}"`,
    ),
    ...audiences.map((row) => `audience "${requiredText(row, 'name')}"`),
  ];
}

/** Does a stored rule read the tag's score or views? Stored rules are shallow: they were validated. */
function readsTag(rule: unknown, code: string): boolean {
  if (Array.isArray(rule)) return rule.some((part) => readsTag(part, code));
  if (typeof rule !== 'object' || rule === null) return false;
  return Object.entries(rule).some(
    ([key, value]) =>
      key === `interests.${code}` || key.startsWith(`history.tag.${code}.`) || readsTag(value, code),
  );
}
