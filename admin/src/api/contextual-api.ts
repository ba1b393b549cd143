import { adminApi } from '@strapi/strapi/admin';

/** What answers are remembered under; a change empties what it touches. */
export const TAGS = [
  'ContextualAudience',
  'ContextualInterestTag',
  'ContextualGoal',
  'ContextualCampaign',
  'ContextualExperience',
  'ContextualVariant',
  'ContextualContent',
  'ContextualTargeting',
  'ContextualSettings',
  'ContextualResults',
  'ContextualAttention',
  'ContextualTypes',
] as const;

export type Tag = (typeof TAGS)[number];

/** Strapi's own data layer with our kinds of answers added. */
export const contextualApi = adminApi.enhanceEndpoints({ addTagTypes: TAGS });

/** What RTK Query hands to the makers of endpoints. */
export type Build = Parameters<Parameters<typeof contextualApi.injectEndpoints>[0]['endpoints']>[0];

/** The body of an answer of ours. */
export const unwrap = <T>(response: { readonly data: T }): T => response.data;
