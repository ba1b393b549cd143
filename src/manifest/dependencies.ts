import { findDeclaration } from '../context/find-declaration';
import type { DecisionWorld, PreparedExperience } from '../decision/decision-world';
import { byText } from '../foundation/compare';
import { entersAffinity } from '../interests/affinity';
import type { Rule } from '../model/rule';
import { attributesOf } from '../rules/attributes-of';
import type { EntryDependencies } from './engine';

/** What a scope's answer is made from. */
export interface DependencySource {
  readonly experiences: readonly PreparedExperience[];
  /** Audiences of entries, where lists are hidden by them. */
  readonly listAudiences: readonly string[];
  /** The rule of an audience; `undefined` for an unknown code. */
  readonly ruleOf: (audience: string) => Rule | undefined;
  readonly world: DecisionWorld;
}

/** Attributes that can change an answer, through every audience, channel, interest and consent behind it. */
export const dependenciesOf = ({
  experiences,
  listAudiences,
  ruleOf,
  world,
}: DependencySource): EntryDependencies => {
  const audiences = new Set([...experiences.flatMap((prepared) => prepared.audiences), ...listAudiences]);
  const attributes = new Set<string>();
  for (const audience of audiences) {
    const rule = ruleOf(audience);
    if (rule !== undefined) for (const path of attributesOf(rule)) attributes.add(wholeInterests(path));
  }
  if (experiences.some(({ channels }) => channels.size > 0)) attributes.add('channel');
  if (experiences.some((prepared) => usesAffinity(prepared, world))) attributes.add('interests');
  if (experiences.some(needsVisitor) || [...attributes].some((path) => isStored(path, world))) {
    attributes.add('consent.personalization');
  }
  return {
    personalized: experiences.length > 0,
    attributes: [...attributes].sort(byText),
    selections: [...new Set(experiences.map(({ experience }) => experience.selection))].sort(byText),
  };
};

/** `interests.<tag>` is relative to the strongest tag, so it depends on the whole profile. */
const wholeInterests = (path: string): string => (path.startsWith('interests.') ? 'interests' : path);

const usesAffinity = ({ experience }: PreparedExperience, { tagGroups }: DecisionWorld): boolean =>
  experience.selection === 'relevance' &&
  experience.variants.some(({ interests }) =>
    interests.some(({ tag }) => entersAffinity(tagGroups.get(tag))),
  );

const needsVisitor = ({ experience, goal }: PreparedExperience): boolean =>
  experience.selection !== 'relevance' && goal.scope === 'visitor';

/** Without consent these are unknown; of the interests only this visit's are left. */
const isStored = (path: string, { attributes }: DecisionWorld): boolean =>
  path === 'interests' || findDeclaration(attributes, path)?.consent === 'stored';
