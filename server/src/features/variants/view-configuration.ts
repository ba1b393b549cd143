import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import { sameJson } from '../../database/same-json';
import type { SiblingType } from './sibling-types';

/** A view configuration of the Content Manager. */
export interface ViewConfiguration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, unknown>>;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly { readonly name: string; readonly size: number }[])[];
  };
}

/** The base's view with what the sibling has of it; what only the sibling has comes last. */
export function mirroredView(
  sibling: Pick<SiblingType, 'overlay'>,
  base: ViewConfiguration,
  own: ViewConfiguration,
): ViewConfiguration {
  const names = namesOf(sibling);
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

/**
 * The sibling's view after its base's changed: what is still as it was mirrored last follows, what an editor has
 * changed since stays, part by part (a setting, the labels of an attribute, the columns, the form). What Strapi
 * itself adds and drops when a schema changes counts for nobody's change.
 */
export function followedView(
  mirrored: ViewConfiguration,
  own: ViewConfiguration,
  last: ViewConfiguration,
): ViewConfiguration {
  const isOld = (name: string) => name in last.metadatas && name in own.metadatas;
  const follow = (touched: boolean, mine: unknown, theirs: unknown) => (touched ? mine : theirs);
  const followEach = (
    mine: Readonly<Record<string, unknown>>,
    theirs: Readonly<Record<string, unknown>>,
    before: Readonly<Record<string, unknown>>,
  ) =>
    Object.fromEntries(
      Object.entries(mine).map(([name, value]) => [
        name,
        follow(name in before && !sameJson(value, before[name]), value, theirs[name] ?? value),
      ]),
    );
  // Strapi takes another title field when the one it had leaves the schema.
  const gone = ['mainField', 'defaultSortBy'].filter((key) => !(String(last.settings[key]) in own.metadatas));
  const before = Object.fromEntries(Object.entries(last.settings).filter(([key]) => !gone.includes(key)));
  const listTouched = !sameJson(own.layouts.list.filter(isOld), last.layouts.list.filter(isOld));
  const editTouched = !sameJson(rowsOf(own, isOld), rowsOf(last, isOld));
  return {
    settings: followEach(own.settings, mirrored.settings, before),
    metadatas: followEach(own.metadatas, mirrored.metadatas, last.metadatas),
    layouts: {
      list: listTouched ? own.layouts.list : mirrored.layouts.list,
      edit: editTouched ? own.layouts.edit : mirrored.layouts.edit,
    },
  };
}

/** Rows of the form with the attributes that `keep`; Strapi puts new ones into the last row. */
const rowsOf = ({ layouts }: ViewConfiguration, keep: (name: string) => boolean) =>
  layouts.edit.map((row) => row.filter(({ name }) => keep(name))).filter((row) => row.length > 0);

const namesOf = ({ overlay }: Pick<SiblingType, 'overlay'>): ReadonlySet<string> =>
  new Set(overlay.attributes.map(({ name }) => name));

/** Columns that every content type has. */
const LISTED: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt']);
