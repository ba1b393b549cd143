import type { Experience, Variant } from '../../../../src/model/experience';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { compact, type Row } from '../records';
import { experienceOf, type StoredExperience } from './experience-record';
import { createWeightsStore } from './weights-store';

/** Variants with their published contents, in the editor's order, by code of their experience. */
export type LoadVariants = (filter: {
  readonly experiences: readonly string[];
}) => Promise<ReadonlyMap<string, readonly Variant[]>>;

/** Which experiences; nothing = all. */
export interface ExperienceFilter {
  readonly codes?: readonly string[];
  readonly statuses?: readonly Experience['status'][];
}

/** Reads whole experiences: variants in the editor's order, published contents, latest ranges. */
export type LoadExperiences = (filter?: ExperienceFilter) => Promise<Experience[]>;

/** Two queries and those of the variants, whatever the number of experiences. In the order of their creation. */
export const createLoadExperiences =
  (strapi: Strapi, loadVariants: LoadVariants): LoadExperiences =>
  async ({ codes, statuses } = {}) => {
    const rows = (await strapi.db.query(UID.experience).findMany({
      where: { ...(codes && { code: { $in: codes } }), ...(statuses && { status: { $in: statuses } }) },
      orderBy: { id: 'asc' },
    })) as Row[];
    if (rows.length === 0) return [];
    const records = rows.map(experienceOf);
    const experiences = records.map(({ code }) => code);
    const weights = await createWeightsStore(strapi).read(
      records
        .filter(({ weightsVersion }) => weightsVersion > 0)
        .map(({ code, weightsVersion }) => ({ experience: code, version: weightsVersion })),
    );
    const rangesOf = new Map(weights.map(({ experience, ranges }) => [experience, ranges]));
    const variantsOf = await loadVariants({ experiences });
    return records.map((record) =>
      assemble(record, variantsOf.get(record.code) ?? [], rangesOf.get(record.code)),
    );
  };

const assemble = (
  record: StoredExperience,
  variants: readonly Variant[],
  ranges: Experience['ranges'] = [],
): Experience => {
  const { createdAt: _createdAt, updatedAt: _updatedAt, endedAt: _endedAt, ...experience } = record;
  return compact({ ...experience, variants, ranges });
};
