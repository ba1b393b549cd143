import { type Document, emptiesOf, fillsOf } from './fills';
import type { OverlaySchema } from './schema';

/**
 * The delivered entry: base with the variant's non-empty attributes laid over it, each as a whole, and its
 * deliberately empty ones (`contextualEmpty`) emptied to `null` or `[]`. id, documentId, uid attributes,
 * locale and timestamps stay base's. Makes a new object and changes neither argument; attributes that are
 * taken over are shared with them, not copied.
 */
export const overlay = <Base extends Document>(
  base: Base,
  variant: Document,
  schema: OverlaySchema,
): Base => {
  const delivered: Record<string, unknown> = { ...base };
  for (const name of fillsOf(variant, schema)) delivered[name] = variant[name];
  const multiple = new Set(
    schema.attributes.filter((attribute) => attribute.multiple).map(({ name }) => name),
  );
  for (const name of emptiesOf(variant, schema)) delivered[name] = multiple.has(name) ? [] : null;
  return delivered as unknown as Base;
};
