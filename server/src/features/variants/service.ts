import type { Strapi } from '../../strapi';
import type { Variants } from '.';

/**
 * `strapi.plugin('contextual').service('variants')`: for a project's own scripts and seeds.
 * @param variantsOf finds the wired feature of a running Strapi.
 */
export const variantsService =
  (variantsOf: (strapi: Strapi) => Variants) =>
  ({ strapi }: { strapi: Strapi }) => {
    const { variants, contents, orphans, survivalReport } = variantsOf(strapi);
    return {
      find: variants.find,
      findOne: variants.findOne,
      create: variants.create,
      update: variants.update,
      remove: variants.remove,
      withContents: variants.withContents,
      addContent: contents.add,
      publishContent: contents.publish,
      removeContent: contents.remove,
      contentsOfExperience: contents.ofExperience,
      contentsOfEntry: contents.ofEntry,
      orphans,
      survivalReport,
    };
  };
