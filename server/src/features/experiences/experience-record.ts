import type { AllocationRange, Selection } from '../../../../src/model/experience';
import type { WeightsVersion } from '../../../../src/model/weights-version';
import type { BaseEntryRef, ExperienceRecord } from '../../../../src/protocol/experiences';
import { compact, instant, list, numeric, requiredText, type Row, stampOf, text } from '../records';

/** An experience as stored: what its own row says. */
export type StoredExperience = Omit<ExperienceRecord, 'variantCount'>;

/** An experience as its row says it. */
export const experienceOf = (row: Row): StoredExperience =>
  compact({
    ...stampOf(row),
    name: requiredText(row, 'name'),
    status: requiredText(row, 'status') as ExperienceRecord['status'],
    selection: requiredText(row, 'selection') as Selection,
    audiences: list<string>(row, 'audiences'),
    goal: requiredText(row, 'goal'),
    guardrails: list<string>(row, 'guardrails'),
    holdout: numeric(row, 'holdout') ?? 0,
    seed: requiredText(row, 'seed'),
    hash: 'fnv-v2' as const,
    startsAt: text(row, 'startsAt'),
    endsAt: text(row, 'endsAt'),
    timeZone: requiredText(row, 'timeZone'),
    campaign: text(row, 'campaign'),
    entries: list<BaseEntryRef>(row, 'entries'),
    weightsVersion: numeric(row, 'weightsVersion') ?? 0,
    startedAt: instant(row, 'startedAt'),
    endedAt: instant(row, 'endedAt'),
  });

/** A weights version as its row says it. */
export const weightsVersionOf = (row: Row): WeightsVersion =>
  compact({
    experience: requiredText(row, 'experience'),
    version: numeric(row, 'version') ?? 0,
    ranges: list<AllocationRange>(row, 'ranges'),
    holdout: numeric(row, 'holdout') ?? 0,
    globalHoldout: numeric(row, 'globalHoldout'),
    since: instant(row, 'since') ?? '',
  });
