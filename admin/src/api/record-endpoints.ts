import type { RecordListQuery, RecordListResponse, RecordResponse } from '../../../src/protocol/records';
import { type Build, type Tag, unwrap } from './contextual-api';

/** One change of a record. */
export interface Change<C> {
  readonly code: string;
  readonly change: C;
}

/**
 * The five endpoints that every kind of record has.
 * @param path below `/contextual`
 * @param tag what the answers are remembered under
 * @param touches what else a write makes old
 */
export const recordEndpoints = <R, Input, C>(path: string, tag: Tag, touches: readonly Tag[] = []) => {
  const url = `/contextual/${path}`;
  const one = (code: string) => `${url}/${encodeURIComponent(code)}`;
  const written = [tag, 'ContextualAttention' as const, ...touches];
  return {
    list: (build: Build) =>
      build.query<RecordListResponse<R>, RecordListQuery | void>({
        query: (query) => ({ url, method: 'GET', config: { params: query ?? {} } }),
        providesTags: [tag],
      }),
    one: (build: Build) =>
      build.query<R, string>({
        query: (code) => ({ url: one(code), method: 'GET' }),
        transformResponse: (response: RecordResponse<R>) => response.data,
        providesTags: [tag],
      }),
    create: (build: Build) =>
      build.mutation<R, Input>({
        query: (data) => ({ url, method: 'POST', data }),
        transformResponse: unwrap<R>,
        invalidatesTags: written,
      }),
    // A refused write invalidates nothing: whoever made it reads again and must not get what is remembered still.
    update: (build: Build) =>
      build.mutation<R, Change<C>>({
        query: ({ code, change }) => ({ url: one(code), method: 'PUT', data: change }),
        transformResponse: unwrap<R>,
        invalidatesTags: (_result, error) => (error ? [] : written),
      }),
    remove: (build: Build) =>
      build.mutation<R, string>({
        query: (code) => ({ url: one(code), method: 'DELETE' }),
        transformResponse: unwrap<R>,
        invalidatesTags: (_result, error) => (error ? [] : written),
      }),
  };
};
