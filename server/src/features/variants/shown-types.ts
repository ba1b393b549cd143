import type { Strapi } from '../../strapi';
import { siblingTypes } from './sibling-types';

const shown = new WeakMap<Strapi, ReadonlySet<string>>();

/**
 * Can variants hold rows of this type in an attribute of their own: files, and the targets of their relations? When
 * such a row goes, a variant may fill less than before. Schemas do not change while Strapi runs.
 */
export function showInVariants(strapi: Strapi, uid: string): boolean {
  const known = shown.get(strapi) ?? typesShown(strapi);
  shown.set(strapi, known);
  return known.has(uid);
}

function typesShown(strapi: Strapi): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { uid, overlay } of siblingTypes(strapi).values()) {
    const { attributes } = strapi.contentTypes[uid as never] as unknown as {
      attributes: Readonly<Record<string, { readonly target?: string } | undefined>>;
    };
    for (const { name, type } of overlay.attributes) {
      if (type === 'media') types.add('plugin::upload.file');
      const target = type === 'relation' ? attributes[name]?.target : undefined;
      if (target !== undefined) types.add(target);
    }
  }
  return types;
}
