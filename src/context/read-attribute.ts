import { isRecord } from '../foundation/plain-object';
import { propertyReader } from './own-property';

/**
 * The raw value at a dotted path of a context, or `undefined`.
 *
 * Own properties of objects only: neither prototypes nor lists nor text are walked. Total: whatever the
 * context is (a number, a hostile proxy, a throwing getter), the worst answer is `undefined`.
 */
export const readAttribute = (context: unknown, path: string | readonly string[]): unknown =>
  pathReader(typeof path === 'string' ? path.split('.') : path)(context);

/** {@link readAttribute} for one path that is read again and again. */
export const pathReader = (segments: readonly string[]): ((context: unknown) => unknown) => {
  const readers = segments.map((key, depth) => propertyReader(segments.slice(0, depth), key));
  return (context) => {
    try {
      let value = context;
      for (let depth = 0; depth < readers.length; depth += 1) {
        if (!isRecord(value)) return undefined;
        value = readers[depth]!(value);
      }
      return value;
    } catch {
      return undefined;
    }
  };
};
