import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';

/** An attribute as the Content Manager's schemas write it. */
export interface AttributeSchema {
  readonly type: string;
  readonly multiple?: boolean;
  readonly repeatable?: boolean;
  readonly relation?: string;
  readonly visible?: boolean;
}

/** A content type as the Content Manager knows it; only what we read. */
export interface TypeSchema {
  readonly uid: string;
  readonly kind: 'collectionType' | 'singleType';
  readonly info: { readonly displayName: string };
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly pluginOptions?: PluginOptions;
}

/** What content types say to plugins. */
interface PluginOptions {
  readonly contextual?: { readonly enabled?: boolean; readonly variantOf?: string };
  readonly i18n?: { readonly localized?: boolean };
}

/** Has this content type, or these options of a layout of it, variants? */
export const isBase = (options: object | undefined): boolean =>
  (options as PluginOptions | undefined)?.contextual?.enabled === true;

/** Uid of the content type whose variants' content is of this type; undefined where it is not ours. */
export const baseOf = (options: object | undefined): string | undefined =>
  (options as PluginOptions | undefined)?.contextual?.variantOf;

/** Where the Content Manager keeps entries of a type. */
export const collectionOf = (type: Pick<TypeSchema, 'kind'> | undefined): string =>
  type?.kind === 'singleType' ? 'single-types' : 'collection-types';

/** What the Content Manager knows of a content type and of all others; nothing until it has loaded them. */
export function useTypes(model: string): {
  readonly type?: TypeSchema;
  readonly find: (uid: string | undefined) => TypeSchema | undefined;
} {
  // Skipped: the document is not asked for, only the schemas that the Content Manager has loaded anyway.
  const { schema, schemas } = useDocument({ model, collectionType: '' }, { skip: true });
  return {
    type: schema as TypeSchema | undefined,
    find: (uid) => schemas?.find((type) => type.uid === uid) as TypeSchema | undefined,
  };
}
