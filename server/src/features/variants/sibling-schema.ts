import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import { PLUGIN_ID } from '../../constants';
import type { AttributeSchema } from '../record-schema';
import { type Attributes, type CustomFieldType, variableAttributes } from './variable-attributes';

/** The raw schema of a content type that opted in. */
export interface BaseSchema {
  readonly uid: string;
  readonly collectionName?: string;
  readonly info: { readonly singularName: string; readonly displayName: string };
  readonly options?: Readonly<Record<string, unknown>>;
  readonly pluginOptions?: Readonly<Record<string, unknown>>;
  readonly attributes: Attributes;
}

/** Names under which a sibling is registered. */
export interface SiblingNames {
  /** Singular name and registry key, for example `article-variant`. */
  readonly key: string;
  readonly uid: string;
  readonly collectionName: string;
}

/**
 * Names of the sibling of one content type. `api::article.article` gives the plain `article-variant`: Strapi
 * sees to it that singular names are unique among a project's own types. A plugin's type carries the
 * plugin's name in front. No name depends on which other types exist.
 * The table name keeps clear of our own tables (a project may well have a collection `events`).
 */
export function siblingNames(base: Pick<BaseSchema, 'uid' | 'collectionName' | 'info'>): SiblingNames {
  const { singularName } = base.info;
  const [namespace = '', rest = ''] = base.uid.split('::');
  const owner = kebab(rest.split('.')[0] ?? '');
  const key = `${namespace === 'api' ? singularName : `${owner}-${singularName}`}-variant`;
  const table = base.collectionName ?? `${owner}_${singularName}`;
  return {
    key,
    uid: `plugin::${PLUGIN_ID}.${key}`,
    collectionName: `${PLUGIN_ID}_variant_of_${table}`.toLowerCase(),
  };
}

/**
 * Schema of the sparse sibling of a content type: its variable attributes, none of them required, unique,
 * defaulted or bound to an inverse side, plus the list of deliberately empty ones. The reason for each
 * option is in the comment beside it; every one is tested on a running Strapi.
 */
export function siblingSchema(base: BaseSchema, names: SiblingNames, customFieldType?: CustomFieldType) {
  const i18n = base.pluginOptions?.i18n;
  return {
    // Single types too: an entry has several variants.
    kind: 'collectionType',
    collectionName: names.collectionName,
    // Without it every save of the Content-Type Builder fails: it joins a folder of an API that is not there.
    plugin: PLUGIN_ID,
    globalId: pascal(`${PLUGIN_ID}-${names.key}`),
    info: {
      singularName: names.key,
      pluralName: `${names.key}s`,
      displayName: `${base.info.displayName} (variants)`,
    },
    options: {
      // Keeps drafts of variants pointing at drafts, published ones at published ones.
      draftAndPublish: base.options?.draftAndPublish === true,
      // Review workflows would offer the type without having given it stage attributes.
      noStageAttribute: true,
      ...(Array.isArray(base.options?.privateAttributes) && {
        privateAttributes: base.options.privateAttributes,
      }),
    },
    pluginOptions: {
      // With false the Content Manager refuses to create or publish, even to a super admin.
      'content-manager': { visible: true },
      'content-type-builder': { visible: false },
      ...(i18n !== undefined && { i18n }),
      contextual: { variantOf: base.uid },
    },
    attributes: {
      ...Object.fromEntries(
        variableAttributes(base.attributes, customFieldType).flatMap(({ name }) => {
          const attribute = base.attributes[name];
          return attribute ? [[name, sparse(attribute)]] : [];
        }),
      ),
      [EMPTIES_ATTRIBUTE]: { type: 'json', pluginOptions: { i18n: { localized: true } } },
    } as Record<string, AttributeSchema>,
  };
}

/** What would force a value, forbid an empty one, or tie the variant to the inverse side of a relation. */
const DROPPED: ReadonlySet<string> = new Set([
  'required',
  'unique',
  'default',
  'conditions',
  'inversedBy',
  'mappedBy',
  'useJoinTable',
  'joinTable',
  'joinColumn',
  'dominant',
  'owner',
]);

const LISTS: ReadonlySet<string> = new Set(['component', 'dynamiczone']);

function sparse(attribute: AttributeSchema): AttributeSchema {
  const kept = Object.entries(attribute).filter(
    ([option]) => !DROPPED.has(option) && !(option === 'min' && LISTS.has(attribute.type)),
  );
  const { pluginOptions, ...rest } = Object.fromEntries(kept) as AttributeSchema & {
    pluginOptions?: Record<string, unknown>;
  };
  const i18n = pluginOptions?.i18n;
  return i18n === undefined ? rest : { ...rest, pluginOptions: { i18n } };
}

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();

const pascal = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
