import { TABLE } from '../../constants';
import type { Strapi } from '../../strapi';

/** Columns of a raw model; what others named is text that only we read, everything compared is hex or ASCII. */
const hex = { type: 'string', columnType: { type: 'string', args: [64] } } as const;
const name = { type: 'string', columnType: { type: 'string', args: [96] } } as const;
const text = { type: 'text' } as const;
const whole = { type: 'biginteger' } as const;
const day = { type: 'string', columnType: { type: 'string', args: [10] } } as const;
const real = { type: 'float' } as const;
/** A whole number of any size as decimal digits: no database's own number type is exact and large enough on all three. */
const digits = { type: 'string', columnType: { type: 'string', args: [80] } } as const;

const id = { type: 'increments' } as const;

const rawModel = (
  singularName: string,
  tableName: string,
  attributes: Readonly<Record<string, object>>,
  indexes: readonly { columns: readonly string[]; type?: 'unique' }[],
) => ({
  uid: `plugin::contextual.${singularName}`,
  singularName: `contextual-${singularName}`,
  tableName,
  attributes: { id, ...attributes },
  indexes: indexes.map(({ columns, type }) => ({
    name: `${tableName}_${columns.join('_')}_${type === 'unique' ? 'uq' : 'ix'}`,
    columns,
    ...(type && { type }),
  })),
});

const MODELS = [
  rawModel(
    'raw-event',
    TABLE.events,
    {
      event_hash: hex,
      batch: hex,
      received_day: day,
      // Empty from here on once the visitor was erased.
      unit_hash: hex,
      unit_kind: name,
      type: name,
      occurred_at: whole,
      verification: name,
      experience: name,
      variant: name,
      would_be: name,
      propensity: real,
      weights_version: { type: 'integer' },
      goal: text,
      value: whole,
      currency: name,
      entry: text,
      dimensions: text,
    },
    [{ columns: ['event_hash'], type: 'unique' }, { columns: ['unit_hash'] }, { columns: ['received_day'] }],
  ),
  rawModel(
    'participation',
    TABLE.participations,
    {
      part_key: hex,
      unit_hash: hex,
      /** Empty in the one row per unit that is locked for all of them. */
      experience: name,
      touched_day: day,
      data: text,
    },
    [{ columns: ['part_key'], type: 'unique' }, { columns: ['unit_hash'] }, { columns: ['touched_day'] }],
  ),
  rawModel(
    'rollup',
    TABLE.rollups,
    {
      cell_key: hex,
      experience: name,
      variant: name,
      would_be: name,
      weights_version: { type: 'integer' },
      unit_kind: name,
      day,
      dimension: name,
      level: text,
      goal: name,
      n: digits,
      multiple: digits,
      y: digits,
      yy: digits,
      d: digits,
      dd: digits,
      yd: digits,
      x: digits,
      xx: digits,
      xy: digits,
    },
    [{ columns: ['cell_key'], type: 'unique' }, { columns: ['experience', 'dimension'] }],
  ),
  rawModel(
    'event-day',
    TABLE.eventDays,
    {
      cell_key: hex,
      experience: name,
      variant: name,
      would_be: name,
      unit_kind: name,
      day,
      measure: name,
      goal: name,
      count: digits,
      value: digits,
    },
    [{ columns: ['cell_key'], type: 'unique' }, { columns: ['experience'] }],
  ),
  rawModel('quarantined-event', TABLE.quarantine, { code: name, received_at: whole, payload: text }, [
    { columns: ['code'] },
  ]),
];

/** Declares the tables of events and what is counted from them; must run in `register`, before Strapi builds its models. */
export function registerEventModels(strapi: Strapi): void {
  const registry = strapi.get('models') as { add(model: object): unknown };
  for (const model of MODELS) registry.add({ ...model, attributes: copyEach(model.attributes) });
}

/** Strapi writes each column's name into its attribute: no two columns, and no two starts, may share one object. */
const copyEach = (attributes: Readonly<Record<string, object>>): Record<string, object> =>
  Object.fromEntries(Object.entries(attributes).map(([column, attribute]) => [column, { ...attribute }]));
