import { EMPTIES_ATTRIBUTE, mayVary, type OverlaySchema } from '../../../src/overlay/schema';
import type { AttributeSchema, TypeSchema } from '../content-manager/personalized-type';

/** What variant content may fill: all that its type has, but for what Strapi gives every type. */
export const overlaySchemaOf = ({ attributes }: Pick<TypeSchema, 'attributes'>): OverlaySchema => ({
  attributes: Object.entries(attributes)
    .filter(([name, attribute]) => attribute.visible !== false && !STRAPIS_OWN.has(name))
    .map(([name, attribute]) => ({ name, type: attribute.type, multiple: isMultiple(attribute) }))
    .filter(mayVary),
});

const STRAPIS_OWN: ReadonlySet<string> = new Set(['firstPublishedAt', EMPTIES_ATTRIBUTE]);

function isMultiple({ type, repeatable, multiple, relation = '' }: AttributeSchema): boolean {
  if (type === 'dynamiczone') return true;
  if (type === 'component') return repeatable === true;
  if (type === 'media') return multiple === true;
  return type === 'relation' && relation.endsWith('ToMany');
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The values of the edit view's form as a document has them. The form holds of a relation only what changes it;
 * how many there were is in the document. JSON that was typed is text.
 */
export function documentOf(values: Values, saved: Values | undefined, { attributes }: OverlaySchema): Values {
  const relations = attributes
    .filter(({ type }) => type === 'relation')
    .map(({ name }) => [name, related(values[name], saved?.[name])] as const);
  return {
    ...values,
    ...Object.fromEntries(relations),
    [EMPTIES_ATTRIBUTE]: namesOf(values[EMPTIES_ATTRIBUTE]),
  };
}

/** As many items as the relation would have once saved. */
function related(change: unknown, saved: unknown): readonly true[] {
  const before = numberOf((saved as { count?: unknown } | null | undefined)?.count);
  const { connect, disconnect } = (change ?? {}) as { connect?: unknown; disconnect?: unknown };
  const count = before + lengthOf(connect) - lengthOf(disconnect);
  return Array.from({ length: Math.max(0, count) }, () => true as const);
}

/** The deliberately empty attributes, whether the form holds a list or the text of one. */
export function namesOf(empties: unknown): readonly string[] {
  const list = typeof empties === 'string' ? parsed(empties) : empties;
  return Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
