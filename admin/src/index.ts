import { Magic } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { extendContentTypeBuilder } from './content-type-builder/extend-content-type-builder';
import { extendContentManager } from './content-manager';
import { ANY_PAGE } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { loadTranslations } from './translations';
import { getTranslation } from './translations/get-translation';

export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Contextual' });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Magic,
      intlLabel: { id: getTranslation('common.plugin'), defaultMessage: 'Contextual' },
      permissions: ANY_PAGE.map((permission) => ({ ...permission })),
      position: 3,
      Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    extendContentTypeBuilder(app);
    extendContentManager(app);
  },

  registerTrads: ({ locales }: { locales: string[] }) => loadTranslations(locales),
};
