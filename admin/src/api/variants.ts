import type {
  VariantChange,
  VariantContentInput,
  VariantContentListResponse,
  VariantContentRecord,
  VariantContentResponse,
  VariantInput,
  VariantListResponse,
  VariantRecord,
  VariantResponse,
} from '../../../src/protocol/variants';
import { contextualApi, type Tag, unwrap } from './contextual-api';

const ofExperience = (experience: string) => `/contextual/experiences/${encodeURIComponent(experience)}`;
const one = (experience: string, code: string) =>
  `${ofExperience(experience)}/variants/${encodeURIComponent(code)}`;

const WRITTEN: Tag[] = [
  'ContextualVariant',
  'ContextualExperience',
  'ContextualContent',
  'ContextualAttention',
];

/** Which variant. */
export interface VariantName {
  readonly experience: string;
  readonly code: string;
}

export const {
  useGetVariantsQuery,
  useCreateVariantMutation,
  useUpdateVariantMutation,
  useDeleteVariantMutation,
  useAddVariantContentMutation,
  useGetExperienceContentsQuery,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getVariants: build.query<readonly VariantRecord[], string>({
      query: (experience) => ({ url: `${ofExperience(experience)}/variants`, method: 'GET' }),
      transformResponse: (response: VariantListResponse) => response.data,
      providesTags: ['ContextualVariant'],
    }),
    createVariant: build.mutation<VariantRecord, { experience: string; input: VariantInput }>({
      query: ({ experience, input }) => ({
        url: `${ofExperience(experience)}/variants`,
        method: 'POST',
        data: input,
      }),
      transformResponse: (response: VariantResponse) => response.data,
      invalidatesTags: WRITTEN,
    }),
    updateVariant: build.mutation<VariantRecord, VariantName & { change: VariantChange }>({
      query: ({ experience, code, change }) => ({ url: one(experience, code), method: 'PUT', data: change }),
      transformResponse: (response: VariantResponse) => response.data,
      invalidatesTags: (_result, error) => (error ? [] : WRITTEN),
    }),
    deleteVariant: build.mutation<VariantRecord, VariantName>({
      query: ({ experience, code }) => ({ url: one(experience, code), method: 'DELETE' }),
      transformResponse: (response: VariantResponse) => response.data,
      invalidatesTags: WRITTEN,
    }),
    addVariantContent: build.mutation<VariantContentRecord, VariantName & { input: VariantContentInput }>({
      query: ({ experience, code, input }) => ({
        url: `${one(experience, code)}/contents`,
        method: 'POST',
        data: input,
      }),
      transformResponse: (response: VariantContentResponse) => response.data,
      invalidatesTags: WRITTEN,
    }),
    getExperienceContents: build.query<readonly VariantContentRecord[], string>({
      query: (experience) => ({ url: `${ofExperience(experience)}/contents`, method: 'GET' }),
      transformResponse: unwrap<VariantContentListResponse['data']>,
      providesTags: ['ContextualContent'],
    }),
  }),
});
