import { PLUGIN_ID, TABLE } from '../../constants';
import type { Strapi } from '../../strapi';

/**
 * Of the database and not of the content. Events and results were measured here and are in no export; the
 * counters tell the running instances that something changed, and must not begin anew.
 */
const KEPT: ReadonlySet<string> = new Set([
  TABLE.events,
  TABLE.participations,
  TABLE.rollups,
  TABLE.eventDays,
  TABLE.quarantine,
  TABLE.versions,
  TABLE.leases,
]);

interface Model {
  readonly uid: string;
  readonly tableName: string;
}

/**
 * An import empties every raw model that it finds in Strapi's registry, and puts nothing back. Strapi reads the
 * registry once, to make the tables; so ours leave it when that is done.
 */
export function keepTables(strapi: Strapi): void {
  const registry = (strapi.get('models') as unknown as { get(): Model[] }).get();
  for (let at = registry.length - 1; at >= 0; at -= 1) {
    const model = registry[at];
    if (model?.uid.startsWith(`plugin::${PLUGIN_ID}.`) && KEPT.has(model.tableName)) registry.splice(at, 1);
  }
}
