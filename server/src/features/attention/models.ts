import { TABLE, UID_AFFECTED } from '../../constants';
import type { Strapi } from '../../strapi';

/** Declares the table of what edits elsewhere changed in our records; must run in `register`. */
export function registerAttentionModels(strapi: Strapi): void {
  const registry = strapi.get('models') as { add(model: object): unknown };
  registry.add({
    uid: UID_AFFECTED,
    singularName: 'contextual-affected-row',
    tableName: TABLE.affected,
    attributes: {
      id: { type: 'increments' },
      at: { type: 'string', columnType: { type: 'string', args: [30] } },
      /** An `AffectedRecord` without its time, as JSON. */
      change: { type: 'text' },
    },
    indexes: [],
  });
}
