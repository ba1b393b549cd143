import type { Strapi } from '../../../strapi';
import { rawTables } from '../raw-tables';
import { siblingByUid } from '../sibling-types';
import type { SurvivalReport } from './store';

/**
 * Removes links of variants to components that were deleted while Strapi did not see their type: reading
 * such a variant would fail.
 */
export async function dropDeletedComponents(
  strapi: Strapi,
  uid: string,
  skipped: SurvivalReport['skipped'][number][],
): Promise<void> {
  const table = componentTable(strapi, uid);
  if (!table) return;
  const tables = await rawTables(strapi);
  const types = (await tables(table).distinct('component_type')) as { component_type: string }[];
  for (const { component_type: component } of types) {
    if (Object.hasOwn(strapi.components, component)) continue;
    const count = Number(await tables(table).where('component_type', component).delete());
    if (count > 0) skipped.push({ reason: 'component-deleted', what: component, count });
  }
}

/** The table that links all components and zones of a type; none when it has none. */
function componentTable(strapi: Strapi, uid: string): string | undefined {
  const attribute = siblingByUid(strapi, uid)?.overlay.attributes.find(
    ({ type }) => type === 'component' || type === 'dynamiczone',
  );
  if (!attribute) return undefined;
  const model = strapi.db.metadata.get(uid) as unknown as {
    attributes: Readonly<Record<string, { joinTable?: { name: string } } | undefined>>;
  };
  return model.attributes[attribute.name]?.joinTable?.name;
}
