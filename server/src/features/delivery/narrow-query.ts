import type { AttributeFacts } from '../decisions';

/** The caller's query, cut to what variant content can answer. */
export interface NarrowedQuery {
  /** Attributes that the caller asked for and a variant may change. */
  readonly asked: ReadonlySet<string>;
  readonly fields: readonly string[];
  readonly populate: Readonly<Record<string, unknown>>;
}

/** `fields` and `populate` as they reach the document service, in every form that Strapi takes. */
export interface CallerQuery {
  readonly fields?: unknown;
  readonly populate?: unknown;
}

const LOADED_SEPARATELY: ReadonlySet<string> = new Set(['relation', 'media', 'component', 'dynamiczone']);

/**
 * Picks from the caller's fields and populate what the variant content type has, because Strapi refuses
 * names that it does not know.
 * @param fillable attributes worth loading; the manifest knows which ones a variant fills.
 */
export function narrowQuery(
  query: CallerQuery,
  attributes: Readonly<Record<string, AttributeFacts>>,
  fillable: ReadonlySet<string>,
): NarrowedQuery {
  const usable = (name: string) => fillable.has(name) && Object.hasOwn(attributes, name);
  const separate = (name: string) => LOADED_SEPARATELY.has(attributes[name]?.type ?? '');
  const scalars = [...fillable].filter((name) => usable(name) && !separate(name));
  const fields = listOf(query.fields);
  const askedScalars =
    fields.length === 0 || fields.includes('*') ? scalars : scalars.filter((name) => fields.includes(name));
  const relational = [...fillable].filter((name) => usable(name) && separate(name));
  const populate = pickPopulate(query.populate, relational);
  return { asked: new Set([...askedScalars, ...Object.keys(populate)]), fields: askedScalars, populate };
}

function pickPopulate(populate: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof populate === 'object' && populate !== null && !Array.isArray(populate)) {
    const source = populate as Record<string, unknown>;
    return Object.fromEntries(
      names
        .filter((name) => Object.hasOwn(source, name) && !isOff(source[name]))
        .map((name) => [name, source[name]]),
    );
  }
  const paths = populate === true ? ['*'] : listOf(populate);
  if (paths.includes('*')) return Object.fromEntries(names.map((name) => [name, true]));
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const below = paths
      .filter((path) => path.startsWith(`${name}.`))
      .map((path) => path.slice(name.length + 1));
    if (below.length > 0) picked[name] = { populate: below };
    else if (paths.includes(name)) picked[name] = true;
  }
  return picked;
}

const isOff = (value: unknown): boolean => value === false || value === 'false';

/** `a,b`, `['a', 'b']` and nothing, as a list. */
function listOf(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return list
    .filter((item): item is string => typeof item === 'string')
    .map((item) => item.trim())
    .filter(Boolean);
}
