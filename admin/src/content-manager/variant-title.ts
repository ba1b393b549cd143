import { contextualApi } from '../api/contextual-api';
import '../api/entries';
import type { PersonalizedType } from '../../../src/protocol/content-types';
import type { VariantContentOrigin } from '../../../src/protocol/entry-variants';
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
type Dispatch = (begun: unknown) => Promise<{ readonly data?: unknown }> & { unsubscribe(): void };

/** An endpoint as Strapi's data layer holds it. */
interface Endpoint {
  initiate(query: unknown): unknown;
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
  const endpoints = contextualApi.endpoints as unknown as Readonly<Record<string, Endpoint>>;
  // The data layer stores no answer that nobody subscribes to, so each is held until it is read.
  const ask = async <T>(name: string, query: unknown): Promise<T | undefined> => {
    const asked = dispatch(endpoints[name]?.initiate(query));
    const { data } = await asked;
    asked.unsubscribe();
    return data as T | undefined;
  };
  const content: BaseEntryRef = { contentType: model, documentId: String(values.documentId ?? '') };
  const [types, origin] = await Promise.all([
    ask<readonly PersonalizedType[]>('getPersonalizedTypes', undefined),
    ask<VariantContentOrigin | null>('getContentOrigin', content),
  ]);
  const type = types?.find(({ variantContentType }) => variantContentType === model);
  const own = textOf(values, type?.mainField);
  if (!origin || !type) return own;
  const base = await ask<DocumentAnswer['data']>('getDocument', {
    collectionType: collectionOf(type),
    model: type.contentType,
    documentId: origin.entry.documentId,
    params: params?.locale === undefined ? {} : { locale: params.locale },
  } satisfies DocumentQuery);
  const entry = textOf(base?.data, type.mainField) ?? type.displayName;
  return `${entry} · ${origin.variant.name}`;
}

function textOf(values: Values | undefined, attribute: string | undefined): string | undefined {
  const value = attribute === undefined ? undefined : values?.[attribute];
  return value === null || value === undefined || value === '' ? undefined : String(value);
}
