/**
 * Is this the same JSON? PostgreSQL and MySQL keep objects of JSON columns with their keys in an order of their
 * own, so what is read back must not be compared as it is written.
 */
export const sameJson = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string => JSON.stringify(value ?? null, byKey);

const byKey = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
