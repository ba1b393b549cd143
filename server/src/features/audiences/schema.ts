import { codeAttribute, recordSchema } from '../record-schema';

/** A named rule. */
export const audienceSchema = recordSchema('audience', 'audiences', 'Audience', {
  code: codeAttribute,
  name: { type: 'string', required: true, maxLength: 120 },
  description: { type: 'text' },
  rule: { type: 'json', required: true },
  internal: { type: 'boolean', default: false },
});

/** Lists show an entry only to members of an audience, or hide it from them. */
export const entryAudienceSchema = recordSchema('entry-audience', 'entry-audiences', 'Entry audience', {
  contentType: { type: 'string', required: true },
  entryDocumentId: { type: 'string', required: true },
  /** Code of the audience. */
  audience: { type: 'string', required: true },
  mode: { type: 'enumeration', enum: ['only', 'not'], required: true, default: 'only' },
});
