import { TABLE } from '../../constants';
import type { Strapi } from '../../strapi';

/** A raw model: a table that Strapi keeps in shape without content type, Content Manager or webhooks. */
interface RawModel {
  readonly uid: string;
  readonly singularName: string;
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly type: 'unique';
  }[];
}

const MODELS: readonly RawModel[] = [
  {
    uid: 'plugin::contextual.version-row',
    singularName: 'contextual-version-row',
    tableName: TABLE.versions,
    attributes: {
      id: { type: 'increments' },
      name: { type: 'string', notNullable: true },
      value: { type: 'integer', notNullable: true },
    },
    indexes: [{ name: 'contextual_versions_name', columns: ['name'], type: 'unique' }],
  },
  {
    uid: 'plugin::contextual.lease-row',
    singularName: 'contextual-lease-row',
    tableName: TABLE.leases,
    attributes: {
      id: { type: 'increments' },
      name: { type: 'string', notNullable: true },
      owner: { type: 'string', notNullable: true },
      until: { type: 'biginteger', notNullable: true },
    },
    indexes: [{ name: 'contextual_leases_name', columns: ['name'], type: 'unique' }],
  },
];

/** Declares the tables of versions and leases; must run in `register`, before Strapi builds its models. */
export function registerManifestModels(strapi: Strapi): void {
  const registry = strapi.get('models') as { add(model: RawModel): unknown };
  for (const model of MODELS) registry.add(model);
}
