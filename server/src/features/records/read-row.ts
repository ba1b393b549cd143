import type { Row } from './record-store';

/** Reads the columns of a row with the types that the schema promises; an empty column is absent. */
export const text = (row: Row, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A column that the schema requires. */
export const requiredText = (row: Row, name: string): string => text(row, name) ?? '';

/** A number column; decimals come as text from some databases. */
export const numeric = (row: Row, name: string): number | undefined => {
  const value = row[name];
  if (value === null || value === undefined || value === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
};

/** A JSON column that holds a list. */
export const list = <T>(row: Row, name: string): readonly T[] => {
  const value = row[name];
  return Array.isArray(value) ? (value as T[]) : [];
};

/** A time column as ISO 8601. */
export const instant = (row: Row, name: string): string | undefined => {
  const value = row[name];
  if (value === null || value === undefined) return undefined;
  return new Date(value as string | number | Date).toISOString();
};

/** What every record carries. */
export const stampOf = (row: Row) => ({
  code: requiredText(row, 'code'),
  createdAt: instant(row, 'createdAt') ?? '',
  updatedAt: instant(row, 'updatedAt') ?? '',
});

/** Leaves out what is `undefined`, so that records compare and serialise without holes. */
export const compact = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
