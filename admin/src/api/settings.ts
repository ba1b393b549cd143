import type { Settings, SettingsChange, SettingsResponse } from '../../../src/protocol/settings';
import { contextualApi } from './contextual-api';

export const { useGetSettingsQuery, useUpdateSettingsMutation } = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getSettings: build.query<Settings, void>({
      query: () => ({ url: '/contextual/settings', method: 'GET' }),
      transformResponse: (response: SettingsResponse) => response.data,
      providesTags: ['ContextualSettings'],
    }),
    updateSettings: build.mutation<Settings, SettingsChange>({
      query: (data) => ({ url: '/contextual/settings', method: 'PUT', data }),
      transformResponse: (response: SettingsResponse) => response.data,
      invalidatesTags: ['ContextualSettings'],
    }),
  }),
});
