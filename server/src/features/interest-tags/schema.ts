import { codeAttribute, recordSchema } from '../record-schema';

/** Label on content, and what a visitor likes. */
export const interestTagSchema = recordSchema('interest-tag', 'interest-tags', 'Interest', {
  code: codeAttribute,
  name: { type: 'string', required: true, maxLength: 120 },
  description: { type: 'text' },
  group: {
    type: 'enumeration',
    enum: ['topic', 'stage', 'lifestyle', 'own'],
    required: true,
    default: 'topic',
  },
  /** Code of the parent tag. */
  parent: { type: 'string' },
});

/** A tag on a base entry; holds for all its locales. */
export const entryInterestSchema = recordSchema('entry-interest', 'entry-interests', 'Entry interest', {
  contentType: { type: 'string', required: true },
  /** Of the base entry. */
  entryDocumentId: { type: 'string', required: true },
  /** Code of the interest tag. */
  tag: { type: 'string', required: true },
  weight: { type: 'integer', required: true, min: 1, max: 100, default: 50 },
});
