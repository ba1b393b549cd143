/** One variable attribute of a content type. */
export interface VariableAttribute {
  readonly name: string;
  /** Strapi's attribute type, for example `string`, `blocks`, `media`, `component`, `dynamiczone`. */
  readonly type: string;
  /** Holds a list: repeatable components, zones, multiple media, to-many relations. */
  readonly multiple: boolean;
}

/** What of an entry may vary. An object, so that block operations can join it later. */
export interface OverlaySchema {
  readonly attributes: readonly VariableAttribute[];
}

/** Attribute of the variant content type that lists its deliberately empty attributes. */
export const EMPTIES_ATTRIBUTE = 'contextualEmpty';

/** These stay the base's whatever a schema or a variant says. */
const BASE_ONLY: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'status',
  EMPTIES_ATTRIBUTE,
  '__proto__',
  '__component',
]);

/** May a variant fill this attribute at all? */
export const mayVary = (attribute: VariableAttribute): boolean =>
  attribute.type !== 'uid' && !BASE_ONLY.has(attribute.name);
