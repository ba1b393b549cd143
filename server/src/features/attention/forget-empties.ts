import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { siblingByUid } from '../variants';

/** A row of a sibling. */
interface MarkedRow {
  readonly id: number;
  readonly contextualEmpty: unknown;
}

/** Rows per step. */
const BATCH = 500;

/**
 * Takes attributes that are gone out of the lists of deliberately empty ones: nobody could save such content any
 * more, because what is not there cannot be empty. Past the lifecycles, so that nothing looks modified.
 */
export async function forgetEmpties(strapi: Strapi, uid: string, names: readonly string[]): Promise<void> {
  const present = new Set(siblingByUid(strapi, uid)?.overlay.attributes.map(({ name }) => name));
  const gone = new Set(names.filter((name) => !present.has(name)));
  if (gone.size === 0) return;
  const { tableName } = strapi.db.metadata.get(uid) as unknown as { tableName: string };
  for (let last = 0; ; ) {
    const rows = (await strapi.db.query(uid).findMany({
      select: ['id', EMPTIES_ATTRIBUTE],
      where: { id: { $gt: last }, [EMPTIES_ATTRIBUTE]: { $notNull: true } },
      orderBy: { id: 'asc' },
      limit: BATCH,
    })) as unknown as MarkedRow[];
    for (const { id, contextualEmpty } of rows) {
      if (!Array.isArray(contextualEmpty)) continue;
      const kept = contextualEmpty.filter((name) => !gone.has(name as string));
      if (kept.length === contextualEmpty.length) continue;
      await strapi.db
        .getConnection(tableName)
        .where({ id })
        .update({ contextual_empty: JSON.stringify(kept) });
    }
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end.id;
  }
}
