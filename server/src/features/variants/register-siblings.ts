import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';
import type { AttributeSchema } from '../record-schema';
import { type BaseSchema, siblingNames, siblingSchema } from './sibling-schema';

/** A content type as Strapi's registry holds it; only what registration reads and changes. */
interface RegisteredType extends BaseSchema {
  attributes: Record<string, AttributeSchema>;
  __schema__: { attributes: Record<string, AttributeSchema> };
}

/** The registry of content types; `add` is what Strapi's own module loader calls. */
interface Registry {
  keys(): string[];
  get(uid: string): RegisteredType | undefined;
  add(namespace: string, types: Record<string, unknown>): void;
}

/**
 * Registers the sibling of every content type that opted in. Called from `register`, before Strapi builds
 * its models; calling it twice changes nothing.
 */
export function registerSiblingTypes(strapi: Strapi): void {
  const registry = strapi.get('content-types') as unknown as Registry;
  for (const uid of registry.keys()) {
    const base = registry.get(uid);
    if (base && hasOptedIn(base)) registerSibling(strapi, registry, base);
  }
}

function hasOptedIn(type: RegisteredType): boolean {
  const options = type.pluginOptions?.contextual as { enabled?: unknown } | undefined;
  return options?.enabled === true && !type.uid.startsWith(`plugin::${PLUGIN_ID}.`);
}

function registerSibling(strapi: Strapi, registry: Registry, base: RegisteredType): void {
  const names = siblingNames(base);
  const present = registry.get(names.uid);
  if (present) {
    assertSame(present, base);
    return;
  }
  // The raw attributes: timestamps, stages and locales that Strapi adds are added to the sibling by itself.
  const raw: BaseSchema = {
    uid: base.uid,
    collectionName: base.collectionName,
    info: base.info,
    options: base.options,
    pluginOptions: base.pluginOptions,
    attributes: base.__schema__.attributes,
  };
  const schema = siblingSchema(raw, names, (field) => customFieldType(strapi, field));
  registry.add(`plugin::${PLUGIN_ID}`, { [names.key]: { schema, actions: {}, lifecycles: {} } });
  const sibling = registry.get(names.uid);
  if (!sibling) return;
  copyLocale(strapi, base, sibling, names.uid, names.collectionName);
  // Only the Content-Type Builder reads it, and with attributes it would write them into the project's
  // src/extensions when a component or a related type is deleted; the next start would then fail.
  sibling.__schema__ = { ...sibling.__schema__, attributes: {} };
  hideFromGraphql(strapi, names.uid);
}

/** Two base types whose names melt into one: better to say so than to mix their variants. */
function assertSame(present: RegisteredType, base: RegisteredType): void {
  const options = present.pluginOptions?.contextual as { variantOf?: unknown } | undefined;
  if (options?.variantOf === base.uid || options?.variantOf === undefined) return;
  throw new Error(
    `The content types "${String(options.variantOf)}" and "${base.uid}" would share the variant type ` +
      `"${siblingNames(base).uid}". Rename one of them, or turn variants off for one.`,
  );
}

/** i18n gave `locale` and `localizations` to the types it found; it ran before us. */
function copyLocale(
  strapi: Strapi,
  base: RegisteredType,
  sibling: RegisteredType,
  uid: string,
  collectionName: string,
): void {
  const { locale, localizations } = base.attributes;
  if (locale) sibling.attributes.locale = { ...locale };
  if (!localizations) return;
  sibling.attributes.localizations = {
    ...localizations,
    target: uid,
    joinColumn: {
      ...(localizations.joinColumn as Record<string, unknown>),
      referencedTable: strapi.db.metadata.identifiers.getTableName(collectionName),
    },
  };
}

function customFieldType(strapi: Strapi, field: string): string | undefined {
  const fields = strapi.get('custom-fields') as unknown as {
    get(uid: string): { type?: string } | undefined;
  };
  try {
    return fields.get(field)?.type;
  } catch {
    // A custom field whose plugin is gone: Strapi itself reports it, with the name of the attribute.
    return undefined;
  }
}

/** Otherwise variants would be public GraphQL types. */
function hideFromGraphql(strapi: Strapi, uid: string): void {
  const graphql = strapi.plugin('graphql') as unknown as
    | { service(name: string): { shadowCRUD(uid: string): { disable(): void } } }
    | undefined;
  graphql?.service('extension').shadowCRUD(uid).disable();
}
