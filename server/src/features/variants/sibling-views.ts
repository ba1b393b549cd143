import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { type SiblingType, siblingTypes } from './sibling-types';
import { survivalStore } from './survival';

/** A view configuration of the Content Manager. */
export interface ViewConfiguration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, unknown>>;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly { readonly name: string; readonly size: number }[])[];
  };
}

/**
 * Lays out the views of a sibling like its base's, once, when the sibling is new: editors find every field
 * where they know it. What they change later is theirs.
 */
export async function mirrorViews(strapi: Strapi): Promise<void> {
  const store = survivalStore(strapi).mirroredViews;
  const done = (await store.get()) ?? [];
  const fresh = [...siblingTypes(strapi).values()].filter(({ uid }) => !done.includes(uid));
  if (fresh.length === 0) return;
  const contentTypes = strapi.plugin('content-manager').service('content-types') as unknown as {
    findConfiguration(type: { uid: string }): Promise<ViewConfiguration>;
    updateConfiguration(type: { uid: string }, view: ViewConfiguration): Promise<unknown>;
  };
  for (const sibling of fresh) {
    const base = await contentTypes.findConfiguration({ uid: sibling.baseUid });
    const own = await contentTypes.findConfiguration({ uid: sibling.uid });
    await contentTypes.updateConfiguration({ uid: sibling.uid }, mirroredView(sibling, base, own));
  }
  await store.set([...done, ...fresh.map(({ uid }) => uid)]);
}

/** The base's view with what the sibling has of it; what only the sibling has comes last. */
export function mirroredView(
  sibling: SiblingType,
  base: ViewConfiguration,
  own: ViewConfiguration,
): ViewConfiguration {
  const names = new Set(sibling.overlay.attributes.map(({ name }) => name));
  const baseMain = String(base.settings.mainField ?? '');
  const mainField = names.has(baseMain) ? baseMain : own.settings.mainField;
  const rows = base.layouts.edit
    .map((row) => row.filter(({ name }) => names.has(name)))
    .filter((row) => row.length > 0);
  const placed = new Set(rows.flat().map(({ name }) => name));
  const added = own.layouts.edit
    .map((row) => row.filter(({ name }) => !placed.has(name) && name !== EMPTIES_ATTRIBUTE))
    .filter((row) => row.length > 0);
  const list = base.layouts.list.filter((name) => names.has(name) || LISTED.has(name));
  return {
    settings: {
      ...own.settings,
      mainField,
      // By its main field as any list; variants of one entry differ little else.
      defaultSortBy: mainField,
      pageSize: base.settings.pageSize ?? own.settings.pageSize,
    },
    metadatas: Object.fromEntries(
      Object.entries(own.metadatas).map(([name, metadata]) => [
        name,
        names.has(name) ? (base.metadatas[name] ?? metadata) : metadata,
      ]),
    ),
    layouts: {
      list: list.some((name) => names.has(name)) ? list : own.layouts.list,
      edit: [...rows, ...added, [{ name: EMPTIES_ATTRIBUTE, size: 12 }]],
    },
  };
}

/** Columns that every content type has. */
const LISTED: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt']);
