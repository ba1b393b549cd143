import { codeAttribute, recordSchema } from '../record-schema';

/** The unit of decision. Lists of codes are JSON: records refer to one another loosely. */
export const experienceSchema = recordSchema('experience', 'experiences', 'Personalization', {
  code: codeAttribute,
  name: { type: 'string', required: true, maxLength: 120 },
  status: {
    type: 'enumeration',
    enum: ['draft', 'running', 'paused', 'ended'],
    required: true,
    default: 'draft',
  },
  selection: {
    type: 'enumeration',
    enum: ['relevance', 'split', 'adaptive'],
    required: true,
    default: 'relevance',
  },
  audiences: { type: 'json', default: [] },
  goal: { type: 'string', required: true, default: 'interaction' },
  guardrails: { type: 'json', default: [] },
  /** 0..10,000. */
  holdout: { type: 'integer', required: true, min: 0, max: 10_000, default: 1_000 },
  seed: { type: 'string', required: true },
  hash: { type: 'string', required: true, default: 'fnv-v2' },
  startsAt: { type: 'string' },
  endsAt: { type: 'string' },
  timeZone: { type: 'string', required: true, default: 'UTC' },
  campaign: { type: 'string' },
  /** Base entries that it spans: [{ contentType, documentId }]. */
  entries: { type: 'json', default: [] },
  weightsVersion: { type: 'integer', required: true, default: 0 },
  startedAt: { type: 'datetime' },
  endedAt: { type: 'datetime' },
});

/** Dated bundle of experiences. */
export const campaignSchema = recordSchema('campaign', 'campaigns', 'Campaign', {
  code: codeAttribute,
  name: { type: 'string', required: true, maxLength: 120 },
  description: { type: 'text' },
  startsAt: { type: 'string' },
  endsAt: { type: 'string' },
  timeZone: { type: 'string', required: true, default: 'UTC' },
});

/** Stored allocation, kept as long as raw events. */
export const weightsVersionSchema = recordSchema('weights-version', 'weights-versions', 'Weights version', {
  experience: { type: 'string', required: true },
  version: { type: 'integer', required: true },
  ranges: { type: 'json', required: true },
  holdout: { type: 'integer', required: true },
  /** Empty in tests, and in versions of a time when it was not kept. */
  globalHoldout: { type: 'integer', min: 0, max: 10_000 },
  since: { type: 'datetime', required: true },
});
