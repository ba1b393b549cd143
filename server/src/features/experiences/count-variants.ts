import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { requiredText, type Row } from '../records';
import type { StoredExperience } from './experience-record';

/** The records with the number of their variants; one query for all of them. */
export async function countVariants(
  strapi: Strapi,
  experiences: readonly StoredExperience[],
): Promise<ExperienceRecord[]> {
  if (experiences.length === 0) return [];
  const rows = (await strapi.db.query(UID.variant).findMany({
    select: ['experience'],
    where: { experience: { $in: experiences.map(({ code }) => code) } },
  })) as Row[];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const code = requiredText(row, 'experience');
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return experiences.map((record) => ({ ...record, variantCount: counts.get(record.code) ?? 0 }));
}
