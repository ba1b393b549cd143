import type {
  InterestTagChange,
  InterestTagInput,
  InterestTagRecord,
} from '../../../src/protocol/interest-tags';
import { contextualApi } from './contextual-api';
import { recordEndpoints } from './record-endpoints';

const tags = recordEndpoints<InterestTagRecord, InterestTagInput, InterestTagChange>(
  'interest-tags',
  'ContextualInterestTag',
  ['ContextualTargeting'],
);

export const {
  useGetInterestTagsQuery,
  useCreateInterestTagMutation,
  useUpdateInterestTagMutation,
  useDeleteInterestTagMutation,
} = contextualApi.injectEndpoints({
  endpoints: (build) => ({
    getInterestTags: tags.list(build),
    createInterestTag: tags.create(build),
    updateInterestTag: tags.update(build),
    deleteInterestTag: tags.remove(build),
  }),
});
