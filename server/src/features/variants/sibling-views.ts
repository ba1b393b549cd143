import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';
import { type SiblingType, siblingOf, siblingTypes } from './sibling-types';
import { followedView, mirroredView, type ViewConfiguration } from './view-configuration';

/** What we use of the Content Manager's service of content types. */
interface ContentTypes {
  findConfiguration(type: { uid: string }): Promise<ViewConfiguration>;
  updateConfiguration(type: { uid: string }, view: ViewConfiguration): Promise<unknown>;
}

/**
 * Lays out the views of every sibling like its base's, so that editors find every field where they know it, and
 * keeps them so when the base's schema or view changes. What an editor changes in a sibling's view stays.
 * To be called in `bootstrap`, after the Content Manager brought its configurations in line with the schemas.
 */
export async function mirrorViews(strapi: Strapi): Promise<void> {
  for (const sibling of siblingTypes(strapi).values()) await mirrorView(strapi, sibling);
}

/** The same at once when an administrator changes the base's view. */
export function followBaseViews(strapi: Strapi): void {
  const follow = async ({ result }: { result?: { readonly key?: unknown } | null }): Promise<void> => {
    const key = String(result?.key ?? '');
    const sibling = key.startsWith(CONFIGURATION) && siblingOf(strapi, key.slice(CONFIGURATION.length));
    if (sibling) await mirrorView(strapi, sibling);
  };
  strapi.db.lifecycles.subscribe({
    models: ['strapi::core-store'],
    afterCreate: follow,
    afterUpdate: follow,
  } as never);
}

/** Keys of the core store under which the Content Manager keeps its views. */
const CONFIGURATION = 'plugin_content_manager_configuration_content_types::';

async function mirrorView(strapi: Strapi, sibling: SiblingType): Promise<void> {
  const contentTypes = strapi.plugin('content-manager').service('content-types') as unknown as ContentTypes;
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const key = `mirrored-view::${sibling.uid}`;
  const base = await contentTypes.findConfiguration({ uid: sibling.baseUid });
  const own = await contentTypes.findConfiguration({ uid: sibling.uid });
  const last = (await store.get({ key })) as ViewConfiguration | null;
  const mirrored = mirroredView(sibling, base, own);
  // Both write nothing where nothing changed, as in almost every start.
  await contentTypes.updateConfiguration(
    { uid: sibling.uid },
    last ? followedView(mirrored, own, last) : mirrored,
  );
  if (JSON.stringify(last) !== JSON.stringify(mirrored)) await store.set({ key, value: mirrored });
}
