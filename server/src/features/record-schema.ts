import { PLUGIN_ID } from '../constants';

/** An attribute of a record as Strapi's content-type schema writes it. */
export type AttributeSchema = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * Schema of one kind of record: an ordinary collection type without draft and publish,
 * hidden from the Content Manager and the Content-Type Builder because the plugin's own
 * pages edit it with checks that a generic form cannot make. Codes are unique in the database too: Strapi's own
 * check does not see what another transaction is about to write.
 */
export const recordSchema = (
  singularName: string,
  pluralName: string,
  displayName: string,
  attributes: Readonly<Record<string, AttributeSchema>>,
) => {
  const collectionName = `${PLUGIN_ID}_${pluralName.replaceAll('-', '_')}`;
  const isUnique = attributes.code === codeAttribute;
  return {
    schema: {
      kind: 'collectionType',
      collectionName,
      info: { singularName, pluralName, displayName },
      options: { draftAndPublish: false },
      pluginOptions: {
        'content-manager': { visible: false },
        'content-type-builder': { visible: false },
      },
      attributes,
      indexes: isUnique ? [{ name: `${collectionName}_code_uq`, columns: ['code'], type: 'unique' }] : [],
    },
  };
};

/** Codes are short, stored and never change: everything refers to records by them. */
export const codeAttribute: AttributeSchema = {
  type: 'string',
  required: true,
  unique: true,
  maxLength: 64,
};
