import type { WeightsVersion } from '../../../../src/model/weights-version';
import { UID } from '../../constants';
import { chunks } from '../../database/chunks';
import type { Strapi } from '../../strapi';
import type { Row } from '../records';
import { weightsVersionOf } from './experience-record';

/** Names one weights version. */
export interface WeightsVersionKey {
  /** Code of the experience. */
  readonly experience: string;
  readonly version: number;
}

/** Stored allocations; versions are only ever added, and kept as long as raw events. */
export interface WeightsStore {
  /** Those that exist of the ones named. */
  read(keys: readonly WeightsVersionKey[]): Promise<WeightsVersion[]>;
  /** All of one experience, newest first. */
  ofExperience(experience: string): Promise<WeightsVersion[]>;
  add(version: WeightsVersion): Promise<void>;
  /** Gives the versions of these experiences that do not know their global holdout this one. */
  fillGlobalHoldout(experiences: readonly string[], globalHoldout: number): Promise<void>;
}

/** Databases differ in how many conditions one query may join. */
const BATCH = 100;

/** Weights versions in their table. */
export function createWeightsStore(strapi: Strapi): WeightsStore {
  const query = () => strapi.db.query(UID.weightsVersion);
  return {
    async read(keys) {
      const found: WeightsVersion[] = [];
      for (const some of chunks(keys, BATCH)) {
        const wanted = some.map(({ experience, version }) => ({ experience, version }));
        const rows = (await query().findMany({ where: { $or: wanted } })) as Row[];
        found.push(...rows.map(weightsVersionOf));
      }
      return found;
    },
    ofExperience: async (experience) =>
      ((await query().findMany({ where: { experience }, orderBy: { version: 'desc' } })) as Row[]).map(
        weightsVersionOf,
      ),
    async add(version) {
      await query().create({ data: { ...version } });
    },
    async fillGlobalHoldout(experiences, globalHoldout) {
      for (const some of chunks(experiences, BATCH)) {
        const where = { experience: { $in: some }, globalHoldout: { $null: true } };
        await query().updateMany({ where, data: { globalHoldout } });
      }
    },
  };
}
