import type { PersonalizedType } from '../../../src/protocol/content-types';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { contextualApi } from './contextual-api';

/** An entry as people know it. */
export interface NamedEntry extends BaseEntryRef {
  readonly title: string;
  readonly status?: 'draft' | 'published' | 'modified';
}

/** What could be found out about an entry; `hidden`: the role may not read its content
 * type, or it is turned off. */
export type EntryTitle =
  | { readonly state: 'found'; readonly title: string }
  | { readonly state: 'missing' | 'hidden' };

/** By {@link entryKey}. */
export type EntryTitles = Readonly<Record<string, EntryTitle>>;

/** A locale of the project. */
export interface ProjectLocale {
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** Key of an entry in {@link EntryTitles}. */
export const entryKey = ({ contentType, documentId }: BaseEntryRef): string => `${contentType}/${documentId}`;

interface Row extends Readonly<Record<string, unknown>> {
  readonly documentId: string;
}

interface Asked {
  readonly url: string;
  readonly method: 'GET';
  readonly config?: { readonly params: object };
}

/** How many titles one request asks for. */
const BATCH = 100;

/** What the panel reads through the Content Manager, whose own permissions hold for it. */
export const {
  useGetEntryTitlesQuery,
  useSearchEntriesQuery,
  useGetProjectLocalesQuery,
  useDeleteContentMutation,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    /**
     * Titles of base entries. An entry that does not exist in the default locale is looked for in the others,
     * because the Content Manager lists one locale at a time.
     */
    getEntryTitles: build.query<
      EntryTitles,
      {
        entries: readonly BaseEntryRef[];
        types: readonly PersonalizedType[];
        locales: readonly ProjectLocale[];
      }
    >({
      async queryFn({ entries, types, locales }, _api, _options, baseQuery) {
        const ask: Ask = async (asked) => baseQuery(asked);
        const answers = await Promise.all(
          [...new Set(entries.map((entry) => entry.contentType))].map((contentType) =>
            titlesOfType(
              entries.filter((entry) => entry.contentType === contentType),
              types.find((type) => type.contentType === contentType),
              locales,
              ask,
            ),
          ),
        );
        const failed = answers.find(({ error }) => error !== undefined);
        if (failed?.error) return { error: failed.error };
        return { data: Object.assign({}, ...answers.map(({ titles }) => titles)) as EntryTitles };
      },
      // Entries are edited elsewhere in the panel, which empties nothing of ours.
      keepUnusedDataFor: 0,
    }),
    searchEntries: build.query<readonly NamedEntry[], { type: PersonalizedType; search: string }>({
      query: ({ type, search }) => searchRequest(type, search),
      transformResponse: (response: unknown, _meta, { type }) =>
        rowsOf(type, response).map((row) => ({
          contentType: type.contentType,
          documentId: row.documentId,
          title: titleOf(type, row),
          ...(isStatus(row.status) && { status: row.status }),
        })),
      keepUnusedDataFor: 0,
    }),
    /** The project's locales; none where it has no languages. */
    getProjectLocales: build.query<readonly ProjectLocale[], void>({
      async queryFn(_argument, _api, _options, baseQuery) {
        const answer = await baseQuery({ url: '/i18n/locales', method: 'GET' });
        if (answer.error) return isNotFound(answer.error) ? { data: [] } : { error: answer.error };
        return { data: answer.data as ProjectLocale[] };
      },
    }),
    /** Removes a document of variant content in all its locales. */
    deleteContent: build.mutation<unknown, BaseEntryRef>({
      query: ({ contentType, documentId }) => ({
        url: `/content-manager/collection-types/${contentType}/${documentId}`,
        method: 'DELETE',
        config: { params: { locale: '*' } },
      }),
      invalidatesTags: (_result, error) =>
        error
          ? []
          : ['ContextualContent', 'ContextualVariant', 'ContextualExperience', 'ContextualAttention'],
    }),
  }),
});

type Ask = (asked: Asked) => PromiseLike<{ data?: unknown; error?: QueryError }>;
type QueryError = { readonly name?: string; readonly message?: string; readonly status?: number };

/** The titles of entries of one content type, locale by locale until all are found. */
async function titlesOfType(
  entries: readonly BaseEntryRef[],
  type: PersonalizedType | undefined,
  locales: readonly ProjectLocale[],
  ask: Ask,
): Promise<{ readonly titles: EntryTitles; readonly error?: QueryError }> {
  const titles: Record<string, EntryTitle> = {};
  for (const entry of entries) titles[entryKey(entry)] = { state: type ? 'missing' : 'hidden' };
  if (!type) return { titles };
  const others = type.localized ? locales.filter(({ isDefault }) => !isDefault) : [];
  for (const locale of [undefined, ...others.map(({ code }) => code)]) {
    const missing = entries.filter((entry) => titles[entryKey(entry)]?.state !== 'found');
    for (let from = 0; from < missing.length; from += BATCH) {
      const ids = missing.slice(from, from + BATCH).map(({ documentId }) => documentId);
      const { data, error } = await ask(titlesRequest(type, ids, locale));
      const { status } = (error ?? {}) as { status?: number };
      if (status === 403) {
        return { titles: Object.fromEntries(entries.map((entry) => [entryKey(entry), { state: 'hidden' }])) };
      }
      if (error && status !== 404) return { titles, error };
      for (const { documentId, ...row } of error ? [] : rowsOf(type, data)) {
        const key = entryKey({ contentType: type.contentType, documentId });
        if (key in titles) titles[key] = { state: 'found', title: titleOf(type, { documentId, ...row }) };
      }
    }
  }
  return { titles };
}

const isNotFound = (error: unknown) => (error as { status?: number }).status === 404;

const isStatus = (value: unknown): value is NonNullable<NamedEntry['status']> =>
  value === 'draft' || value === 'published' || value === 'modified';

function titlesRequest(type: PersonalizedType, ids: readonly string[], locale?: string): Asked {
  const localeParam = locale === undefined ? {} : { locale };
  if (type.kind === 'singleType') {
    return {
      url: `/content-manager/single-types/${type.contentType}`,
      method: 'GET',
      config: { params: localeParam },
    };
  }
  return {
    url: `/content-manager/collection-types/${type.contentType}`,
    method: 'GET',
    config: {
      params: { page: 1, pageSize: BATCH, filters: { documentId: { $in: ids } }, ...localeParam },
    },
  };
}

function searchRequest(type: PersonalizedType, search: string): Asked {
  if (type.kind === 'singleType') {
    return { url: `/content-manager/single-types/${type.contentType}`, method: 'GET' };
  }
  const sort = type.mainField === undefined ? {} : { sort: `${type.mainField}:ASC` };
  return {
    url: `/content-manager/collection-types/${type.contentType}`,
    method: 'GET',
    config: { params: { page: 1, pageSize: 20, ...(search && { _q: search }), ...sort } },
  };
}

/** Lists answer `results`, single types `data`. */
function rowsOf(type: PersonalizedType, answer: unknown): readonly Row[] {
  const { results, data } = answer as { results?: readonly Row[]; data?: Row };
  if (type.kind === 'singleType') return data?.documentId ? [data] : [];
  return results ?? [];
}

function titleOf(type: PersonalizedType, row: Row): string {
  const value = type.mainField === undefined ? undefined : row[type.mainField];
  if (typeof value === 'string' && value !== '') return value;
  return type.kind === 'singleType' ? type.displayName : row.documentId;
}
