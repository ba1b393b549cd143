import { isRecord, ownValue } from '../foundation/plain-object';

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
