import type { AttributeDeclaration, AttributeType } from '../../src/context/attributes';
import { buildManifest } from '../../src/manifest/build-manifest';
import type { Manifest, ManifestRecords } from '../../src/manifest/manifest';
import type { Rule } from '../../src/model/rule';
import { isGroup, type BenchAudience, type BenchCondition, type BenchRule } from './bench-rule';

const trait = (name: string, type: AttributeType): AttributeDeclaration => ({
  path: `traits.${name}`,
  type,
  consent: 'stored',
});

/** The traits that this imaginary project declares; all else is in the built-in catalogue. */
export const ATTRIBUTES: readonly AttributeDeclaration[] = [
  trait('industry', 'string'),
  trait('plan', 'string'),
  trait('role', 'string'),
  trait('lifecycle', 'string'),
  trait('companySize', 'number'),
  trait('signedUpAt', 'date'),
];

/** A rule as our editors store it: Strapi's filter operators. */
export const ruleOf = (rule: BenchRule): Rule => {
  if (!isGroup(rule)) return { [rule.attribute]: operatorOf(rule) };
  if (rule.kind === 'any') return { $or: rule.children.map(ruleOf) };
  if (rule.kind === 'none') return { $nor: rule.children.map(ruleOf) };
  const joined = new Map<string, unknown>();
  const apart: Rule[] = [];
  for (const part of rule.children.map(ruleOf)) {
    for (const [key, value] of Object.entries(part)) {
      if (joined.has(key)) apart.push({ [key]: value });
      else joined.set(key, value);
    }
  }
  return apart.length === 0 ? Object.fromEntries(joined) : { $and: [Object.fromEntries(joined), ...apart] };
};

const operatorOf = (condition: BenchCondition): Readonly<Record<string, unknown>> => {
  switch (condition.kind) {
    case 'equals':
      return { $eq: condition.value };
    case 'among':
      return { $in: condition.values };
    case 'not-among':
      return { $notIn: condition.values };
    case 'starts-with':
      return { $startsWith: condition.value };
    case 'version-from':
      return { $vgte: condition.value };
    case 'at-least':
    case 'date-from':
      return { $gte: condition.value };
  }
};

/** Records of a project that has these audiences and nothing else. */
export const recordsWith = (over: Partial<ManifestRecords>): ManifestRecords => ({
  version: 1,
  attributes: ATTRIBUTES,
  audiences: [],
  interestTags: [],
  goals: [],
  experiences: [],
  entries: [],
  settings: {
    interestMix: 0.6,
    affinityThreshold: 0.2,
    affinityLead: 0.1,
    globalHoldout: 0,
    globalHoldoutSeed: 'bench',
  },
  ...over,
});

/** Our audiences of these rules. */
export const ourAudiences = (audiences: readonly BenchAudience[]): ManifestRecords['audiences'] =>
  audiences.map(({ code, rule }) => ({ code, name: code, rule: ruleOf(rule) }));

/** The manifest of these audiences, through the public seam. */
export const manifestOf = (audiences: readonly BenchAudience[]): Manifest =>
  buildManifest(recordsWith({ audiences: ourAudiences(audiences) }));
