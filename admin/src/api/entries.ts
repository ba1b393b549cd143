import type { EntryTargeting } from '../../../src/manifest/manifest';
import type { PersonalizedType, PersonalizedTypeListResponse } from '../../../src/protocol/content-types';
import type { EntryTargetingInput, EntryTargetingResponse } from '../../../src/protocol/entry-targeting';
import type {
  EntryVariantInput,
  EntryVariantResponse,
  VariantContentAdoption,
  VariantContentOrigin,
  VariantContentOriginResponse,
} from '../../../src/protocol/entry-variants';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import type { VariantContentListResponse, VariantContentRecord } from '../../../src/protocol/variants';
import { contextualApi, unwrap } from './contextual-api';

const at = ({ contentType, documentId }: BaseEntryRef) =>
  `/contextual/entries/${encodeURIComponent(contentType)}/${encodeURIComponent(documentId)}`;
const contentAt = ({ contentType, documentId }: BaseEntryRef) =>
  `/contextual/variant-contents/${encodeURIComponent(contentType)}/${encodeURIComponent(documentId)}`;

/** What the panel asks and says of single entries and of the content types that have variants. */
export const {
  useGetPersonalizedTypesQuery,
  useGetEntryTargetingQuery,
  useUpdateEntryTargetingMutation,
  useGetEntryContentsQuery,
  useAddEntryVariantMutation,
  useGetContentOriginQuery,
  useAdoptContentMutation,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getPersonalizedTypes: build.query<readonly PersonalizedType[], void>({
      query: () => ({ url: '/contextual/content-types', method: 'GET' }),
      transformResponse: (response: PersonalizedTypeListResponse) => response.data,
      providesTags: ['ContextualTypes'],
    }),
    getEntryTargeting: build.query<EntryTargeting, BaseEntryRef>({
      query: (entry) => ({ url: at(entry), method: 'GET' }),
      transformResponse: (response: EntryTargetingResponse) => response.data,
      providesTags: ['ContextualTargeting'],
    }),
    updateEntryTargeting: build.mutation<EntryTargeting, { entry: BaseEntryRef; input: EntryTargetingInput }>(
      {
        query: ({ entry, input }) => ({ url: at(entry), method: 'PUT', data: input }),
        transformResponse: (response: EntryTargetingResponse) => response.data,
        invalidatesTags: ['ContextualTargeting', 'ContextualAudience'],
      },
    ),
    getEntryContents: build.query<readonly VariantContentRecord[], BaseEntryRef>({
      query: (entry) => ({ url: `${at(entry)}/contents`, method: 'GET' }),
      transformResponse: unwrap<VariantContentListResponse['data']>,
      providesTags: ['ContextualContent', 'ContextualVariant'],
    }),
    /** Experience, variant and content in one step. */
    addEntryVariant: build.mutation<
      EntryVariantResponse['data'],
      { entry: BaseEntryRef; input: EntryVariantInput }
    >({
      query: ({ entry, input }) => ({ url: `${at(entry)}/variants`, method: 'POST', data: input }),
      transformResponse: (response: EntryVariantResponse) => response.data,
      invalidatesTags: [
        'ContextualExperience',
        'ContextualVariant',
        'ContextualContent',
        'ContextualAttention',
      ],
    }),
    /** Of a document of variant content; `null` when it belongs to no variant. */
    getContentOrigin: build.query<VariantContentOrigin | null, BaseEntryRef>({
      query: (content) => ({ url: contentAt(content), method: 'GET' }),
      transformResponse: (response: VariantContentOriginResponse) => response.data,
      providesTags: ['ContextualContent', 'ContextualVariant', 'ContextualExperience'],
    }),
    adoptContent: build.mutation<
      VariantContentOrigin | null,
      { content: BaseEntryRef; adoption: VariantContentAdoption }
    >({
      query: ({ content, adoption }) => ({ url: contentAt(content), method: 'PUT', data: adoption }),
      transformResponse: (response: VariantContentOriginResponse) => response.data,
      invalidatesTags: ['ContextualContent', 'ContextualAttention'],
    }),
  }),
});
