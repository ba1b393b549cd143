import { audienceSchema, entryAudienceSchema } from './features/audiences/schema';
import { campaignSchema, experienceSchema, weightsVersionSchema } from './features/experiences/schema';
import { goalSchema } from './features/goals/schema';
import { entryInterestSchema, interestTagSchema } from './features/interest-tags/schema';
import { variantContentSchema, variantSchema } from './features/variants/schema';

/** The records, by singular name. */
export const contentTypes = {
  'interest-tag': interestTagSchema,
  'entry-interest': entryInterestSchema,
  audience: audienceSchema,
  'entry-audience': entryAudienceSchema,
  goal: goalSchema,
  experience: experienceSchema,
  campaign: campaignSchema,
  'weights-version': weightsVersionSchema,
  variant: variantSchema,
  'variant-content': variantContentSchema,
};
