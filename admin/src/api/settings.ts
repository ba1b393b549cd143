import type { Settings, SettingsChange, SettingsResponse } from '../../../src/protocol/settings';
import { contextualApi } from './contextual-api';

/** Strapi's panel shares its data layer, and the Media Library has a `getSettings` in it: the names say whose they are. */
export const { useGetContextualSettingsQuery, useUpdateContextualSettingsMutation } =
  contextualApi.injectEndpoints({
    endpoints: (build) => ({
      getContextualSettings: build.query<Settings, void>({
        query: () => ({ url: '/contextual/settings', method: 'GET' }),
        transformResponse: (response: SettingsResponse) => response.data,
        providesTags: ['ContextualSettings'],
      }),
      updateContextualSettings: build.mutation<Settings, SettingsChange>({
        query: (data) => ({ url: '/contextual/settings', method: 'PUT', data }),
        transformResponse: (response: SettingsResponse) => response.data,
        // A refused change makes nothing old.
        invalidatesTags: (_result, error) => (error ? [] : ['ContextualSettings']),
      }),
    }),
  });
