import type {
  BulkActionComponent,
  DocumentActionComponent,
  PanelComponent,
} from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { TargetingPanel, VariantContentPanel, VariantsPanel } from '../entry-panel';
import { hideFromCollectionTypes, hideFromSingleTypes } from './hide-variant-types';
import { addColumn } from './list-columns';
import { tellOnDocument, tellOnMany } from './tell-what-goes';
import { layOutVariant } from './variant-edit-layout';
import { nameVariants } from './variant-title';

/** What we use of the Content Manager's plugin, which Strapi hands out without a type. */
interface ContentManagerApis {
  addEditViewSidePanel(panels: PanelComponent[]): void;
  addDocumentAction(change: (actions: DocumentActionComponent[]) => DocumentActionComponent[]): void;
  addBulkAction(change: (actions: BulkActionComponent[]) => BulkActionComponent[]): void;
}

/**
 * Everything of ours inside the Content Manager. To be called in `bootstrap`: i18n, which comes before us, adds
 * an action there that deletes.
 */
export function extendContentManager(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  const apis = app.getPlugin('content-manager').apis as unknown as ContentManagerApis;
  apis.addEditViewSidePanel([VariantsPanel, TargetingPanel, VariantContentPanel]);
  apis.addDocumentAction((actions) => actions.map(tellOnDocument));
  apis.addBulkAction((actions) => actions.map(tellOnMany));
  app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', hideFromCollectionTypes as never);
  app.registerHook('Admin/CM/pages/App/mutate-single-types-links', hideFromSingleTypes as never);
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', layOutVariant as never);
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addColumn as never);
  nameVariants();
}
