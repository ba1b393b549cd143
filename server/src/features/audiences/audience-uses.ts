import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import type { AudienceUse } from '../../../../src/protocol/audiences';
import { list, requiredText, type Row } from '../records';

/**
 * Who would miss an audience: experiences that have not ended, their variants, and entries.
 * Lists of codes are JSON, which no database searches alike, so they are read and looked through here.
 */
export async function audienceUses(strapi: Strapi, code: string): Promise<AudienceUse[]> {
  const rows = async (uid: string, where: object = {}) =>
    (await strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as Row[];
  const experiences = await rows(UID.experience, { status: { $ne: 'ended' } });
  const living = new Set(experiences.map((row) => requiredText(row, 'code')));
  const variants = (await rows(UID.variant)).filter((row) => living.has(requiredText(row, 'experience')));
  const entries = await rows(UID.entryAudience, { audience: code });
  return [
    ...experiences.filter(names(code)).map((row) => ({
      kind: 'experience' as const,
      experience: requiredText(row, 'code'),
      name: requiredText(row, 'name'),
    })),
    ...variants.filter(names(code)).map((row) => ({
      kind: 'variant' as const,
      experience: requiredText(row, 'experience'),
      variant: requiredText(row, 'code'),
      name: requiredText(row, 'name'),
    })),
    ...entries.map((row) => ({
      kind: 'entry' as const,
      contentType: requiredText(row, 'contentType'),
      documentId: requiredText(row, 'entryDocumentId'),
    })),
  ];
}

const names = (code: string) => (row: Row) => list<string>(row, 'audiences').includes(code);

/** A use in words, for the sentence of a refusal. */
export const describeUse = (use: AudienceUse): string => {
  if (use.kind === 'experience') return `personalization "${use.name}"`;
  if (use.kind === 'variant') return `variant "${use.name}" of "${use.experience}"`;
  return `entry ${use.documentId} of ${use.contentType}`;
};
