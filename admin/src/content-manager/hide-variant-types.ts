import { baseOf } from './personalized-type';

/** A link of the Content Manager's left navigation. */
interface Link {
  readonly uid: string;
}

/** A content type that the Content Manager knows. */
interface Model {
  readonly uid: string;
  readonly pluginOptions?: object;
}

const variantUids = (models: readonly Model[]): ReadonlySet<string> =>
  new Set(models.filter(({ pluginOptions }) => baseOf(pluginOptions)).map(({ uid }) => uid));

/**
 * Takes the types of variant content out of the left navigation: editors reach it from its entry. Addresses and
 * permissions are not touched.
 */
export const hideFromCollectionTypes = <T extends { ctLinks: readonly Link[]; models: readonly Model[] }>(
  links: T,
): T => {
  const hidden = variantUids(links.models);
  return { ...links, ctLinks: links.ctLinks.filter(({ uid }) => !hidden.has(uid)) };
};

/** The same for single types; ours are collection types today, whatever they vary. */
export const hideFromSingleTypes = <T extends { stLinks: readonly Link[]; models: readonly Model[] }>(
  links: T,
): T => {
  const hidden = variantUids(links.models);
  return { ...links, stLinks: links.stLinks.filter(({ uid }) => !hidden.has(uid)) };
};
