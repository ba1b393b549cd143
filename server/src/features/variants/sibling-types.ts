import type { OverlaySchema } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { type Attributes, overlaySchema } from './variable-attributes';

/** A base content type and the sibling that holds its variants' content. */
export interface SiblingType {
  readonly baseUid: string;
  readonly uid: string;
  readonly draftAndPublish: boolean;
  readonly localized: boolean;
  /** What variants may fill. */
  readonly overlay: OverlaySchema;
}

/** Content type as far as look-ups read it. */
interface LoadedType {
  readonly uid: string;
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly pluginOptions?: {
    readonly contextual?: { readonly variantOf?: string };
    readonly i18n?: { readonly localized?: boolean };
  };
  readonly attributes: Attributes;
}

const known = new WeakMap<Strapi, ReadonlyMap<string, SiblingType>>();

/** All siblings of this Strapi, by their own uid. Schemas do not change while it runs, so they are read once. */
export function siblingTypes(strapi: Strapi): ReadonlyMap<string, SiblingType> {
  const existing = known.get(strapi);
  if (existing) return existing;
  const found = new Map<string, SiblingType>();
  for (const type of Object.values(strapi.contentTypes) as unknown as LoadedType[]) {
    const baseUid = type.pluginOptions?.contextual?.variantOf;
    if (baseUid) found.set(type.uid, describe(type, baseUid));
  }
  known.set(strapi, found);
  return found;
}

/** The sibling of a base content type; undefined when the type has not opted in (or was turned off). */
export function siblingOf(strapi: Strapi, baseUid: string): SiblingType | undefined {
  for (const sibling of siblingTypes(strapi).values()) if (sibling.baseUid === baseUid) return sibling;
  return undefined;
}

/** The sibling type with this uid; undefined when it is none. */
export const siblingByUid = (strapi: Strapi, uid: string): SiblingType | undefined =>
  siblingTypes(strapi).get(uid);

function describe(type: LoadedType, baseUid: string): SiblingType {
  const own = Object.fromEntries(
    Object.entries(type.attributes).filter(
      ([name, attribute]) => !STRAPIS_OWN.has(name) && attribute.visible !== false,
    ),
  );
  return {
    baseUid,
    uid: type.uid,
    draftAndPublish: type.options?.draftAndPublish === true,
    localized: type.pluginOptions?.i18n?.localized === true,
    // Whatever the sibling has is variable: opting in or out happened when its schema was made.
    overlay: overlaySchema(asVariable(own)),
  };
}

/** Attributes that Strapi adds to every content type. */
const STRAPIS_OWN: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

const asVariable = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      { ...attribute, pluginOptions: { contextual: { variable: true } } },
    ]),
  );
