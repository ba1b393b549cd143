import type { AttentionResponse } from '../../../src/protocol/attention';
import type { ResultResponse, ResultsResponse } from '../../../src/protocol/reports';
import { contextualApi } from './contextual-api';

/** What the panel reads of results and of what needs attention. Never remembered for long: events go on arriving. */
export const { useGetResultsQuery, useGetResultQuery, useGetAttentionQuery } = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getResults: build.query<ResultsResponse, void>({
      query: () => ({ url: '/contextual/results', method: 'GET' }),
      providesTags: ['ContextualResults'],
      keepUnusedDataFor: 0,
    }),
    getResult: build.query<ResultResponse['data'], string>({
      query: (experience) => ({
        url: `/contextual/results/${encodeURIComponent(experience)}`,
        method: 'GET',
      }),
      transformResponse: (response: ResultResponse) => response.data,
      providesTags: ['ContextualResults'],
      keepUnusedDataFor: 0,
    }),
    getAttention: build.query<AttentionResponse, void>({
      query: () => ({ url: '/contextual/attention', method: 'GET' }),
      providesTags: ['ContextualAttention'],
      keepUnusedDataFor: 0,
    }),
  }),
});
