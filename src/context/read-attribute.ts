import { hasOwn, isRecord, ownValue } from '../foundation/plain-object';

/**
 * The raw value at a dotted path of a context, or `undefined`.
 *
 * Own properties of objects only: neither prototypes nor lists nor text are walked. Total: whatever the
 * context is (a number, a hostile proxy, a throwing getter), the worst answer is `undefined`.
 */
export const readAttribute = (context: unknown, path: string | readonly string[]): unknown => {
  try {
    let value: unknown = context;
    for (const segment of typeof path === 'string' ? path.split('.') : path) {
      if (!isRecord(value)) return undefined;
      value = ownValue(value, segment);
    }
    return value;
  } catch {
    return undefined;
  }
};

/** {@link readAttribute} for one path that is read again and again; most have one or two parts, read without a loop. */
export const pathReader = (segments: readonly string[]): ((context: unknown) => unknown) => {
  const [first = '', second = ''] = segments;
  if (segments.length === 0 || segments.length > 2) return (context) => readAttribute(context, segments);
  return segments.length === 1
    ? (context) => {
        try {
          return ownOf(context, first);
        } catch {
          return undefined;
        }
      }
    : (context) => {
        try {
          return ownOf(ownOf(context, first), second);
        } catch {
          return undefined;
        }
      };
};

/**
 * An own property of a record, or `undefined`; most often it is not there, so that is found out first.
 *
 * @throws whatever a getter or proxy throws
 */
const ownOf = (record: unknown, key: string): unknown => {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const value = (record as Readonly<Record<string, unknown>>)[key];
  return value !== undefined && hasOwn(record, key) ? value : undefined;
};
