import { isVariantUid } from '../../constants';
import type { Strapi } from '../../strapi';

/** One attribute as a schema declares it, as far as it matters here. */
export interface AttributeFacts {
  readonly type: string;
  readonly private?: boolean;
  readonly repeatable?: boolean;
  readonly multiple?: boolean;
  readonly relation?: string;
}

/** What delivery has to know of a content type. */
export interface ContentTypeFacts {
  readonly uid: string;
  readonly kind: 'singleType' | 'collectionType';
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
  /** Opted in with `pluginOptions.contextual.enabled`. */
  readonly enabled: boolean;
  readonly attributes: Readonly<Record<string, AttributeFacts>>;
}

/** The facts of a type, or `undefined` if there is no such type; names come from outside. */
export function contentTypeFacts(strapi: Strapi, uid: string): ContentTypeFacts | undefined {
  if (!Object.hasOwn(strapi.contentTypes, uid)) return undefined;
  const type = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as unknown as {
    kind: ContentTypeFacts['kind'];
    options?: { draftAndPublish?: boolean };
    pluginOptions?: { i18n?: { localized?: boolean }; contextual?: { enabled?: boolean } };
    attributes: ContentTypeFacts['attributes'];
  };
  return {
    uid,
    kind: type.kind,
    localized: type.pluginOptions?.i18n?.localized === true,
    draftAndPublish: type.options?.draftAndPublish === true,
    enabled: type.pluginOptions?.contextual?.enabled === true && !isVariantUid(uid),
    attributes: type.attributes,
  };
}
