import type { DayMeasure, EventDayCell } from '../../../../src/events/event-day';
import { sumsFrom, type RollupCell } from '../../../../src/events/rollup';
import type { Unit } from '../../../../src/model/visitor-context';
import { toAsciiJson } from '../../database/ascii-json';

/** A row as databases answer it. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of a rollup. Sums are decimal digits, levels ASCII JSON; see the models. */
export const rollupColumns = (cell: RollupCell): Row => ({
  experience: cell.experience,
  variant: cell.variant,
  would_be: cell.wouldBe,
  weights_version: cell.weightsVersion,
  unit_kind: cell.unitKind,
  day: cell.day,
  dimension: cell.dimension,
  level: toAsciiJson(cell.level),
  goal: cell.goal,
  ...sumsFromRowOf(cell),
});

/** A rollup as it was stored. */
export const rollupFrom = (row: Row): RollupCell => ({
  experience: String(row.experience),
  variant: String(row.variant),
  wouldBe: String(row.would_be),
  weightsVersion: Number(row.weights_version),
  unitKind: row.unit_kind as Unit['kind'],
  day: String(row.day),
  dimension: String(row.dimension),
  level: JSON.parse(String(row.level)) as string,
  goal: String(row.goal),
  sums: sumsFrom((name) => BigInt(String(row[name]))),
});

/** Columns of a day count. */
export const eventDayColumns = (cell: EventDayCell): Row => ({
  experience: cell.experience,
  variant: cell.variant,
  would_be: cell.wouldBe,
  unit_kind: cell.unitKind,
  day: cell.day,
  measure: cell.measure,
  goal: cell.goal,
  count: String(cell.count),
  value: String(cell.value),
});

/** A day count as it was stored. */
export const eventDayFrom = (row: Row): EventDayCell => ({
  experience: String(row.experience),
  variant: String(row.variant),
  wouldBe: String(row.would_be),
  unitKind: row.unit_kind as EventDayCell['unitKind'],
  day: String(row.day),
  measure: row.measure as DayMeasure,
  goal: String(row.goal),
  count: BigInt(String(row.count)),
  value: BigInt(String(row.value)),
});

const sumsFromRowOf = ({ sums }: RollupCell): Row =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)]));
