import type { AudienceChange, AudienceInput, AudienceRecord } from '../../../../src/protocol/audiences';
import { readJson } from './read-json';
import { ruleText } from './rule-examples';

/** What the page of an audience edits. */
export interface AudienceForm {
  readonly name: string;
  /** Only while it is made. */
  readonly code: string;
  readonly description: string;
  readonly internal: boolean;
  /** As it is written, right or wrong. */
  readonly rule: string;
}

export const toAudienceForm = (record: AudienceRecord): AudienceForm => ({
  name: record.name,
  code: record.code,
  description: record.description ?? '',
  internal: record.internal ?? false,
  rule: ruleText(record.rule),
});

/** What a new one begins with. */
export const newAudience = (start: { name?: string; rule?: unknown } = {}): AudienceForm => ({
  name: start.name ?? '',
  code: '',
  description: '',
  internal: false,
  rule: ruleText(start.rule ?? {}),
});

/** Only for a text that is JSON. */
const ruleOf = (source: string): unknown => {
  const reading = readJson(source);
  return reading.ok ? reading.value : undefined;
};

export const toAudienceInput = ({
  name,
  code,
  description,
  internal,
  rule,
}: AudienceForm): AudienceInput => ({
  name,
  internal,
  rule: ruleOf(rule),
  ...(code.trim() !== '' && { code: code.trim() }),
  ...(description.trim() !== '' && { description }),
});

export const toAudienceChange = (
  changed: Partial<AudienceForm>,
  stamp: string | undefined,
): AudienceChange => ({
  ...(changed.name !== undefined && { name: changed.name }),
  ...(changed.internal !== undefined && { internal: changed.internal }),
  ...(changed.description !== undefined && { description: changed.description.trim() || null }),
  ...(changed.rule !== undefined && { rule: ruleOf(changed.rule) }),
  updatedAt: stamp,
});
