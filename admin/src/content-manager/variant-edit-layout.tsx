import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { EMPTIES_ATTRIBUTE } from '../../../src/overlay/schema';
import de from '../translations/de/entry-panel.json';
import en from '../translations/en/entry-panel.json';
import { FieldState } from '../entry-panel/field-state';
import { baseOf } from './personalized-type';
import { TITLE_ATTRIBUTE } from './variant-title';

/** A field as layouts hold it; `labelAction` is what other plugins, i18n for one, put beside the label. */
type Field = EditFieldLayout & { readonly labelAction?: React.ReactNode };

/**
 * Lays out the edit view of variant content: fields say that empty means inherited, the raw list of deliberately
 * empty attributes gives way to the side panel's boxes, and the header names entry and variant.
 */
export function layOutVariant<T extends { layout: EditLayout }>(view: T): T {
  const { layout } = view;
  if (!baseOf(layout.options)) return view;
  const panels = layout.layout
    .map((panel) =>
      panel
        .map((row) => row.filter(({ name }) => name !== EMPTIES_ATTRIBUTE).map(asInherited))
        .filter((row) => row.length > 0),
    )
    .filter((panel) => panel.length > 0);
  return {
    ...view,
    layout: { ...layout, layout: panels, settings: { ...layout.settings, mainField: TITLE_ATTRIBUTE } },
  };
}

function asInherited(field: Field): EditFieldLayout {
  return {
    ...field,
    placeholder: field.placeholder || placeholder(),
    labelAction: (
      <>
        {field.labelAction}
        <FieldState name={field.name} />
      </>
    ),
  } as EditFieldLayout;
}

/** Layouts are made outside of React, so the language is the page's, which Strapi keeps in step with the panel's. */
const placeholder = (): string =>
  (document.documentElement.lang === 'de' ? de : en)['entry-panel.fills.placeholder'];
