import { randomBytes } from 'node:crypto';
import { z } from '@strapi/utils';
import { LIMITS } from '../../../../src/foundation/limits';
import { FULL_SHARE } from '../../../../src/model/experience';
import {
  codeInput,
  codeReference,
  codeReferences,
  momentInput,
  nameInput,
  timeZoneInput,
  updatedAtInput,
} from '../records';

const ENTRY = z.strictObject({
  contentType: z.string().min(1).max(120),
  documentId: z.string().min(1).max(64),
});

const FIELDS = {
  name: nameInput,
  selection: z.enum(['relevance', 'split', 'adaptive']).optional(),
  audiences: codeReferences.optional(),
  goal: codeReference.optional(),
  guardrails: codeReferences.optional(),
  holdout: z.number().int().min(0).max(FULL_SHARE).optional(),
  seed: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, { message: 'Use letters, digits, "_" and "-".' })
    .optional(),
  startsAt: momentInput.nullish(),
  endsAt: momentInput.nullish(),
  timeZone: timeZoneInput.optional(),
  campaign: codeReference.nullish(),
  entries: z.array(ENTRY).max(LIMITS.experienceEntries).optional(),
};

/** What a new experience may say. */
export const EXPERIENCE_INPUT = z.strictObject({ ...FIELDS, code: codeInput.optional() });

/** What a change of one may say. */
export const EXPERIENCE_CHANGE = z.strictObject({
  ...FIELDS,
  name: nameInput.optional(),
  updatedAt: updatedAtInput,
});

export type ExperienceFields = Omit<z.output<typeof EXPERIENCE_CHANGE>, 'updatedAt'>;

/** Held out unless somebody says otherwise: without a holdout the effect cannot be known. */
const DEFAULT_HOLDOUT = 1_000;

/** The row of a new experience; a holdout exists in `relevance` only. */
export function newExperience(fields: Omit<z.output<typeof EXPERIENCE_INPUT>, 'code'>, timeZone: string) {
  const selection = fields.selection ?? 'relevance';
  return {
    status: 'draft' as const,
    audiences: [],
    goal: 'interaction',
    guardrails: [],
    timeZone,
    entries: [],
    weightsVersion: 0,
    hash: 'fnv-v2' as const,
    ...fields,
    selection,
    holdout: fields.holdout ?? (selection === 'relevance' ? DEFAULT_HOLDOUT : 0),
    seed: fields.seed ?? randomBytes(8).toString('hex'),
  };
}
