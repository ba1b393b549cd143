import { isEmptyValue } from './is-empty-value';
import { EMPTIES_ATTRIBUTE, mayVary, type OverlaySchema } from './schema';

/** A document as Strapi returns it. */
export type Document = Readonly<Record<string, unknown>>;

/** Names of the attributes that this variant fills, in schema order; deliberately empty ones are not among them. */
export const fillsOf = (variant: Document, schema: OverlaySchema): string[] => {
  const empties = new Set(emptiesOf(variant, schema));
  return schema.attributes
    .filter((attribute) => mayVary(attribute) && !empties.has(attribute.name))
    .filter(({ name, type }) => Object.hasOwn(variant, name) && !isEmptyValue(variant[name], type))
    .map(({ name }) => name);
};

/** Names of the attributes that this variant empties on purpose, in schema order; unknown names are ignored. */
export const emptiesOf = (variant: Document, schema: OverlaySchema): string[] => {
  const marked = Object.hasOwn(variant, EMPTIES_ATTRIBUTE) ? variant[EMPTIES_ATTRIBUTE] : undefined;
  if (!Array.isArray(marked)) return [];
  return schema.attributes.filter((a) => mayVary(a) && marked.includes(a.name)).map(({ name }) => name);
};
