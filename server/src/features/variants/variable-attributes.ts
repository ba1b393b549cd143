import type { OverlaySchema, VariableAttribute } from '../../../../src/overlay/schema';
import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import type { AttributeSchema } from '../record-schema';

/** The part of a content type's raw schema that decides what may vary. */
export type Attributes = Readonly<Record<string, AttributeSchema>>;

/** Underlying type of a custom field, for example `string` of `plugin::color-picker.color`. */
export type CustomFieldType = (customField: string) => string | undefined;

/**
 * Types that vary unless the attribute says `pluginOptions.contextual.variable: false`: what people read
 * and look at. Everything else (numbers, booleans, dates, enumerations, json, e-mail) is usually a fact about
 * the entry that filters and prices depend on, so it varies only with `variable: true`.
 */
const VARIABLE_BY_DEFAULT: ReadonlySet<string> = new Set([
  'string',
  'text',
  'richtext',
  'blocks',
  'media',
  'component',
  'dynamiczone',
  'relation',
]);

/** Never variable, whatever the attribute says: addresses, secrets, and relations without one target. */
const NEVER_VARIABLE: ReadonlySet<string> = new Set(['uid', 'password']);

/** The attributes of a base content type that its variants may fill, in schema order. */
export const variableAttributes = (
  attributes: Attributes,
  customFieldType: CustomFieldType = () => undefined,
): VariableAttribute[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const type = underlyingType(attribute, customFieldType);
    if (!isVariable(name, attribute, type)) return [];
    return [{ name, type, multiple: isMultiple(attribute, type) }];
  });

/** The same, as the overlay wants it. */
export const overlaySchema = (attributes: Attributes, customFieldType?: CustomFieldType): OverlaySchema => ({
  attributes: variableAttributes(attributes, customFieldType),
});

function isVariable(name: string, attribute: AttributeSchema, type: string): boolean {
  if (name === EMPTIES_ATTRIBUTE || NEVER_VARIABLE.has(type) || isMorph(attribute)) return false;
  return choiceOf(attribute) ?? VARIABLE_BY_DEFAULT.has(type);
}

function choiceOf(attribute: AttributeSchema): boolean | undefined {
  const options = attribute.pluginOptions as { contextual?: { variable?: unknown } } | undefined;
  const choice = options?.contextual?.variable;
  return typeof choice === 'boolean' ? choice : undefined;
}

const isMorph = (attribute: AttributeSchema): boolean =>
  attribute.type === 'relation' && String(attribute.relation).toLowerCase().includes('morph');

function isMultiple(attribute: AttributeSchema, type: string): boolean {
  if (type === 'dynamiczone') return true;
  if (type === 'component') return attribute.repeatable === true;
  if (type === 'media') return attribute.multiple === true;
  return type === 'relation' && String(attribute.relation).endsWith('ToMany');
}

function underlyingType(attribute: AttributeSchema, customFieldType: CustomFieldType): string {
  if (attribute.type !== 'customField') return attribute.type;
  return customFieldType(String(attribute.customField)) ?? 'json';
}
