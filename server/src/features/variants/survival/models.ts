import { TABLE } from '../../../constants';
import type { Strapi } from '../../../strapi';

/**
 * Declares our copy of the variants' media links. A table and not a stored value: there may be tens of
 * thousands. It has no foreign keys, so that it outlives what it refers to. Must run in `register`.
 */
export function registerSurvivalModels(strapi: Strapi): void {
  const registry = strapi.get('models') as { add(model: object): unknown };
  registry.add({
    uid: 'plugin::contextual.media-link',
    singularName: 'contextual-media-link',
    tableName: TABLE.mediaLinks,
    attributes: {
      id: { type: 'increments' },
      fileId: { type: 'integer', columnName: 'file_id' },
      relatedId: { type: 'integer', columnName: 'related_id' },
      relatedType: { type: 'string', columnName: 'related_type' },
      field: { type: 'string' },
      order: { type: 'float' },
    },
    indexes: [{ name: 'contextual_media_links_related', columns: ['related_type', 'related_id'] }],
  });
}
