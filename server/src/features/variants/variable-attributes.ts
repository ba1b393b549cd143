import type { OverlaySchema, VariableAttribute } from '../../../../src/overlay/schema';
import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import { choiceOf, variabilityOf } from '../../../../src/overlay/variability';
import type { AttributeSchema } from '../record-schema';

/** The part of a content type's raw schema that decides what may vary. */
export type Attributes = Readonly<Record<string, AttributeSchema>>;

/** Underlying type of a custom field, for example `string` of `plugin::color-picker.color`. */
export type CustomFieldType = (customField: string) => string | undefined;

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
  const standing = variabilityOf(attribute, type);
  if (name === EMPTIES_ATTRIBUTE || standing === 'never') return false;
  return choiceOf(attribute) ?? standing === 'on';
}

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
