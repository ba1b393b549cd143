import { LIMITS } from '../../../../src/foundation/limits';
import type { AffectedRecord, NamedRecord } from '../../../../src/protocol/attention';
import { UID, UID_AFFECTED } from '../../constants';
import type { Strapi } from '../../strapi';
import { requiredText, type Row } from '../records';
import type { NoteAffected } from '../variants';

/** What edits elsewhere in Strapi changed in our records. */
export interface AffectedLog {
  readonly note: NoteAffected;
  /** Newest first; forgets what is beyond the last {@link LIMITS.affectedRecords}. */
  read(): Promise<AffectedRecord[]>;
}

interface AffectedRow {
  readonly id: number;
  readonly at: string;
  readonly change: string;
}

/** Names of experiences in one line; the rest is not worth reading. */
const NAMED = 20;

/**
 * The log as rows that are only ever added by an edit: a list in one place would make every editor wait for every
 * other. Readers forget the oldest. @param now epoch milliseconds.
 */
export function createAffectedLog(strapi: Strapi, now: () => number): AffectedLog {
  const rows = () => strapi.db.query(UID_AFFECTED);

  const namesOf = async (codes: readonly string[]): Promise<NamedRecord[]> => {
    const found = (await strapi.db.query(UID.experience).findMany({
      select: ['code', 'name'],
      where: { code: { $in: codes.slice(0, NAMED) } },
      orderBy: { id: 'asc' },
    })) as Row[];
    return found.map((row) => ({ code: requiredText(row, 'code'), name: requiredText(row, 'name') }));
  };

  return {
    async note({ experiences, ...change }) {
      try {
        const named = { ...change, experiences: await namesOf(experiences) };
        await rows().create({
          data: { at: new Date(now()).toISOString(), change: JSON.stringify(named) },
        });
      } catch (error) {
        strapi.log.error(`contextual: could not note what ${change.code} changed. ${String(error)}`);
      }
    },
    async read() {
      const kept = (await rows().findMany({
        orderBy: { id: 'desc' },
        limit: LIMITS.affectedRecords + 1,
      })) as AffectedRow[];
      const beyond = kept[LIMITS.affectedRecords];
      if (beyond) await rows().deleteMany({ where: { id: { $lte: beyond.id } } });
      return kept
        .slice(0, LIMITS.affectedRecords)
        .map(({ at, change }) => ({ at, ...(JSON.parse(change) as Omit<AffectedRecord, 'at'>) }));
    },
  };
}
