import type {
  AudienceChange,
  AudienceInput,
  AudienceRecord,
  AudienceUse,
  AudienceUsesResponse,
  AudienceValidateRequest,
  AudienceValidateResponse,
} from '../../../src/protocol/audiences';
import { contextualApi, unwrap } from './contextual-api';
import { recordEndpoints } from './record-endpoints';

const audiences = recordEndpoints<AudienceRecord, AudienceInput, AudienceChange>(
  'audiences',
  'ContextualAudience',
);

export const {
  useGetAudiencesQuery,
  useGetAudienceQuery,
  useCreateAudienceMutation,
  useUpdateAudienceMutation,
  useDeleteAudienceMutation,
  useValidateAudienceMutation,
  useGetAudienceUsesQuery,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getAudiences: audiences.list(build),
    getAudience: audiences.one(build),
    createAudience: audiences.create(build),
    updateAudience: audiences.update(build),
    deleteAudience: audiences.remove(build),
    validateAudience: build.mutation<AudienceValidateResponse['data'], AudienceValidateRequest>({
      query: (data) => ({ url: '/contextual/audiences/validate', method: 'POST', data }),
      transformResponse: unwrap<AudienceValidateResponse['data']>,
    }),
    getAudienceUses: build.query<readonly AudienceUse[], string>({
      query: (code) => ({ url: `/contextual/audiences/${encodeURIComponent(code)}/uses`, method: 'GET' }),
      transformResponse: (response: AudienceUsesResponse) => response.data,
      providesTags: [
        'ContextualAudience',
        'ContextualExperience',
        'ContextualVariant',
        'ContextualTargeting',
      ],
    }),
  }),
});
