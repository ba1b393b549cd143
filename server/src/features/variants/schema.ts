import { recordSchema } from '../record-schema';

/** One alternative of an experience; its code is unique within the experience. */
export const variantSchema = recordSchema('variant', 'variants', 'Variant', {
  code: { type: 'string', required: true, maxLength: 64 },
  /** Code of the experience. */
  experience: { type: 'string', required: true },
  name: { type: 'string', required: true, maxLength: 120 },
  order: { type: 'integer', required: true, default: 0 },
  enabled: { type: 'boolean', required: true, default: true },
  audiences: { type: 'json', default: [] },
  channels: { type: 'json', default: [] },
  share: { type: 'integer', required: true, min: 0, max: 10_000, default: 0 },
  /** [{ tag, weight 1..100 }] */
  interests: { type: 'json', default: [] },
});

/** Which document of a sibling content type holds a variant's content for one base entry. */
export const variantContentSchema = recordSchema('variant-content', 'variant-contents', 'Variant content', {
  experience: { type: 'string', required: true },
  variant: { type: 'string', required: true },
  contentType: { type: 'string', required: true },
  /** Of the base entry. */
  entryDocumentId: { type: 'string', required: true },
  variantContentType: { type: 'string', required: true },
  variantDocumentId: { type: 'string', required: true },
});
