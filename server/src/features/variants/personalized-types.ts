import type { PersonalizedType } from '../../../../src/protocol/content-types';
import type { Strapi } from '../../strapi';
import { type SiblingType, siblingTypes } from './sibling-types';

/** A base content type, as far as the panel shows it. */
interface BaseType {
  readonly kind: PersonalizedType['kind'];
  readonly info: { readonly displayName: string };
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Every content type that has variants, by name. */
export async function personalizedTypes(strapi: Strapi): Promise<PersonalizedType[]> {
  const types = await Promise.all([...siblingTypes(strapi).values()].map((one) => describe(strapi, one)));
  return types
    .filter((type) => type !== undefined)
    .sort((a, b) => a.displayName.localeCompare(b.displayName) || (a.contentType < b.contentType ? -1 : 1));
}

async function describe(strapi: Strapi, sibling: SiblingType): Promise<PersonalizedType | undefined> {
  const { baseUid, uid, localized, draftAndPublish, overlay } = sibling;
  const base = (strapi.contentTypes as unknown as Readonly<Record<string, BaseType | undefined>>)[baseUid];
  if (!base) return undefined;
  const mainField = await mainFieldOf(strapi, baseUid);
  // Its own id names no entry to people.
  const named = mainField !== undefined && mainField !== 'id' && mainField !== 'documentId';
  return {
    contentType: baseUid,
    displayName: base.info.displayName,
    kind: base.kind,
    variantContentType: uid,
    ...(named && Object.hasOwn(base.attributes, mainField) && { mainField }),
    localized,
    draftAndPublish,
    variable: overlay.attributes.map(({ name }) => name),
  };
}

/** As administrators chose it in the Content Manager's view. */
async function mainFieldOf(strapi: Strapi, uid: string): Promise<string | undefined> {
  const contentTypes = strapi.plugin('content-manager').service('content-types') as unknown as {
    findConfiguration(type: { uid: string }): Promise<{ settings: { mainField?: unknown } }>;
  };
  const { mainField } = (await contentTypes.findConfiguration({ uid })).settings;
  return typeof mainField === 'string' ? mainField : undefined;
}
