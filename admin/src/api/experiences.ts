import type {
  BaseEntryRef,
  ExperienceChange,
  ExperienceChecksResponse,
  ExperienceInput,
  ExperienceListResponse,
  ExperienceRecord,
  ExperienceTransition,
} from '../../../src/protocol/experiences';
import type { CampaignListResponse, CampaignRecord } from '../../../src/protocol/campaigns';
import type { RecordListQuery } from '../../../src/protocol/records';
import { contextualApi, unwrap } from './contextual-api';
import { recordEndpoints } from './record-endpoints';

/** What a list of experiences may be asked for. */
export type ExperienceListQuery = RecordListQuery & {
  readonly campaign?: string;
  /** One status, or several separated by commas. */
  readonly status?: string;
} & Partial<BaseEntryRef>;

const experiences = recordEndpoints<ExperienceRecord, ExperienceInput, ExperienceChange>(
  'experiences',
  'ContextualExperience',
  ['ContextualVariant', 'ContextualContent', 'ContextualResults'],
);

const at = (code: string) => `/contextual/experiences/${encodeURIComponent(code)}`;

export const {
  useGetExperiencesQuery,
  useGetExperienceQuery,
  useCreateExperienceMutation,
  useUpdateExperienceMutation,
  useDeleteExperienceMutation,
  useMoveExperienceMutation,
  useGetExperienceChecksQuery,
  useGetCampaignsQuery,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getExperiences: build.query<ExperienceListResponse, ExperienceListQuery | void>({
      query: (query) => ({ url: '/contextual/experiences', method: 'GET', config: { params: query ?? {} } }),
      providesTags: ['ContextualExperience'],
    }),
    getExperience: experiences.one(build),
    createExperience: experiences.create(build),
    updateExperience: experiences.update(build),
    deleteExperience: experiences.remove(build),
    /** Starts, pauses, resumes or ends. */
    moveExperience: build.mutation<ExperienceRecord, { code: string; transition: ExperienceTransition }>({
      query: ({ code, transition }) => ({ url: `${at(code)}/${transition}`, method: 'POST', data: {} }),
      transformResponse: unwrap<ExperienceRecord>,
      invalidatesTags: [
        'ContextualExperience',
        'ContextualVariant',
        'ContextualResults',
        'ContextualAttention',
      ],
    }),
    getExperienceChecks: build.query<ExperienceChecksResponse, string>({
      query: (code) => ({ url: `${at(code)}/checks`, method: 'GET' }),
      providesTags: ['ContextualExperience', 'ContextualVariant', 'ContextualContent', 'ContextualAudience'],
    }),
    getCampaigns: build.query<readonly CampaignRecord[], void>({
      query: () => ({ url: '/contextual/campaigns', method: 'GET' }),
      transformResponse: (response: CampaignListResponse) => response.data,
      providesTags: ['ContextualCampaign'],
    }),
  }),
});
