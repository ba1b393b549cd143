import type { AttributeDeclaration, AttributeType } from '../../../../src/context/attributes';
import { isRecord } from '../../../../src/foundation/plain-object';
import type { OperandKind } from '../../../../src/rules/operators';

/** Codes that stand for the `*` of a path, so that an example names something of this project. */
export interface ExampleCodes {
  readonly tag?: string;
  readonly goal?: string;
  readonly experience?: string;
}

/** One condition to start from. */
export interface ExampleCondition {
  readonly attribute: string;
  readonly condition: unknown;
}

const VALUES: Readonly<Record<string, string>> = {
  channel: 'web',
  'page.path': '/magazine/*',
  'page.url': 'https://www.example.com/*',
  'page.host': 'www.example.com',
  'campaign.name': 'autumn',
  'campaign.source': 'newsletter',
  'campaign.medium': 'email',
  'firstTouch.campaign': 'autumn',
  locale: 'de',
  timezone: 'Europe/Berlin',
  'location.country': 'DE',
  'location.region': 'BY',
  'location.city': 'Berlin',
  'os.name': 'iOS',
  'browser.name': 'Safari',
};

/** A valid condition on an attribute of the catalogue, to be changed by whoever inserts it. */
export function exampleOf(declaration: AttributeDeclaration, codes: ExampleCodes = {}): ExampleCondition {
  const { path, type, values } = declaration;
  const attribute = path.replace('*', starOf(path, codes));
  const value = values?.[0] ?? VALUES[path] ?? 'value';
  return { attribute, condition: conditionOf(type, path, value) };
}

function starOf(path: string, codes: ExampleCodes): string {
  if (path === 'interests.*' || path === 'history.tag.*.views7d') return codes.tag ?? 'hiking';
  if (path === 'history.seen.*') return codes.experience ?? 'home-hero';
  if (path.startsWith('history.')) return codes.goal ?? 'purchase';
  return path === 'page.query.*' ? 'ref' : 'plan';
}

function conditionOf(type: AttributeType, path: string, value: string): unknown {
  switch (type) {
    case 'number':
      return { $gte: path === 'interests.*' ? 0.3 : 1 };
    case 'boolean':
      return { $eq: true };
    case 'version':
      return { $vgte: '12.0.0' };
    case 'date':
      return { $gte: '2026-01-01' };
    case 'string-list':
      return { $contains: value };
    case 'string':
    case 'any':
      return value.includes('*') ? { $matches: value } : { $eq: value };
  }
}

/** An operand to look at, by the kind that an operator takes. */
export const EXAMPLE_OPERANDS: Readonly<Record<OperandKind, unknown>> = {
  value: 'DE',
  values: ['DE', 'AT'],
  text: 'shoes',
  pattern: '/magazine/*',
  bound: 3,
  range: [3, 5],
  presence: true,
  version: '12.0.0',
  'item-test': { $startsWith: 'a' },
  size: 2,
};

/**
 * A rule with one condition more, joined by *and*: nothing that stands there is lost. A rule that asks the same
 * attribute already is put into a group with it.
 */
export function withCondition(rule: unknown, { attribute, condition }: ExampleCondition): unknown {
  if (!isRecord(rule)) return { [attribute]: condition };
  if (!Object.hasOwn(rule, attribute)) return { ...rule, [attribute]: condition };
  const and: unknown = rule.$and;
  if (Object.keys(rule).length === 1 && Array.isArray(and)) {
    return { $and: [...(and as unknown[]), { [attribute]: condition }] };
  }
  return { $and: [rule, { [attribute]: condition }] };
}

/** As a rule is written in the panel. */
export const ruleText = (rule: unknown): string => JSON.stringify(rule, null, 2);

/** Rules to begin with. */
export const STARTERS = [
  {
    id: 'neighbours',
    rule: { 'location.country': { $in: ['DE', 'AT'] }, 'device.type': { $eq: 'mobile' } },
  },
  {
    id: 'returning',
    rule: {
      $or: [{ 'campaign.name': { $eq: 'autumn' } }, { 'session.count': { $gte: 3 } }],
    },
  },
] as const;
