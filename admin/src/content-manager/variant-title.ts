import { contextualApi } from '../api/contextual-api';
import { entriesApi } from '../api/entries';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { collectionOf } from './personalized-type';
import { PLUGIN_ID } from '../plugin-id';

/** Attribute that only the panel knows: what stands in the header of variant content. No form sends it. */
export const TITLE_ATTRIBUTE = 'contextualTitle';

/** What the Content Manager asks for when it opens an entry. */
interface DocumentQuery {
  readonly collectionType: string;
  readonly model: string;
  readonly documentId?: string;
  readonly params?: { readonly locale?: string };
}

type Values = Readonly<Record<string, unknown>>;

/** Its answer. */
interface DocumentAnswer {
  readonly error?: unknown;
  readonly data?: { readonly data?: Values; readonly meta?: unknown };
}

type Read = (
  query: DocumentQuery,
  ...rest: [{ dispatch: Dispatch }, ...unknown[]]
) => Promise<DocumentAnswer>;

/** The store's, as far as we use it: it runs a query that an endpoint began. */
type Dispatch = (begun: unknown) => Promise<{ readonly data?: unknown }>;

/** An endpoint as Strapi's data layer holds it. */
interface Endpoint {
  initiate(query: unknown, options: { readonly subscribe: boolean }): unknown;
}

/**
 * Gives variant content a title for its header: that of its entry, and the variant's name. Its own title is
 * usually inherited, that is empty, and the Content Manager would say "Untitled". It reads documents with an
 * endpoint of its own, which is wrapped here as Strapi's releases do it with others.
 */
export function nameVariants(): void {
  contextualApi.enhanceEndpoints({
    endpoints: {
      getDocument: (endpoint: { queryFn?: Read }) => {
        const read = endpoint.queryFn;
        if (!read) return;
        endpoint.queryFn = async (query, store, ...rest) => {
          const answer = await read(query, store, ...rest);
          const values = answer.data?.data;
          if (!values || !query.model.startsWith(`plugin::${PLUGIN_ID}.`)) return answer;
          const title = await titleOf(query, values, store.dispatch);
          return { ...answer, data: { ...answer.data, data: { ...values, [TITLE_ATTRIBUTE]: title } } };
        };
      },
    },
  } as never);
}

/** Undefined where nothing can be said: the Content Manager then says "Untitled". */
async function titleOf(
  { model, params }: DocumentQuery,
  values: Values,
  dispatch: Dispatch,
): Promise<string | undefined> {
  const { getPersonalizedTypes, getContentOrigin } = entriesApi.endpoints;
  const once = { subscribe: false };
  const content: BaseEntryRef = { contentType: model, documentId: String(values.documentId ?? '') };
  const [types, origin] = await Promise.all([
    dispatch(getPersonalizedTypes.initiate(undefined, once)) as ReturnType<
      ReturnType<typeof getPersonalizedTypes.initiate>
    >,
    dispatch(getContentOrigin.initiate(content, once)) as ReturnType<
      ReturnType<typeof getContentOrigin.initiate>
    >,
  ]);
  const type = types.data?.find(({ variantContentType }) => variantContentType === model);
  const own = textOf(values, type?.mainField);
  if (!origin.data || !type) return own;
  const { getDocument } = contextualApi.endpoints as unknown as Readonly<Record<string, Endpoint>>;
  const base = await dispatch(
    getDocument?.initiate(
      {
        collectionType: collectionOf(type),
        model: type.contentType,
        documentId: origin.data.entry.documentId,
        params: params?.locale === undefined ? {} : { locale: params.locale },
      } satisfies DocumentQuery,
      once,
    ),
  );
  const entry = textOf((base.data as DocumentAnswer['data'])?.data, type.mainField) ?? type.displayName;
  return `${entry} · ${origin.data.variant.name}`;
}

function textOf(values: Values | undefined, attribute: string | undefined): string | undefined {
  const value = attribute === undefined ? undefined : values?.[attribute];
  return value === null || value === undefined || value === '' ? undefined : String(value);
}
