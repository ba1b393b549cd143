import type { AttributeDeclaration } from '../../context/attributes';
import { LIMITS } from '../../foundation/limits';
import { attributesBelow, conditionsBelow } from '../conditions-below';
import { compileNode } from '../compile';
import type { RuleNode } from '../rule-tree';
import type { Conflict, NobodyReason, OpenReason, Witness } from './answers';
import { isImpossible, smallestConflict } from './conflict';
import { consentLaw } from './consent-law';
import { type Formula, formulaMaker, treeOf } from './formula';
import { NONE, type Found, type StepBudget, unknown } from './found';
import { findModel, type Model, type SearchOptions } from './search';
import { domainOf } from './value-domain';
import { witnessOf } from './witness';

/** What an analysis may know and spend. */
export interface AnalysisOptions {
  readonly catalogue?: readonly AttributeDeclaration[];
  /** Steps; default `LIMITS.ruleAnalysisSteps`. What is left is written back, so several analyses can share them. */
  readonly budget?: StepBudget;
}

/** Can all of these be true at once? */
export type Analysis =
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'no'; readonly reason: Exclude<NobodyReason, { code: 'rule-invalid' }> }
  | { readonly answer: 'cannot-tell'; readonly reason: OpenReason };

/** A rule that must match, or must not. */
export interface Requirement {
  readonly tree: RuleNode;
  readonly holds: boolean;
}

/**
 * Looks for a context in which all requirements hold: first one such as devices and sites send, then any at all. Where
 * there is none, the smallest part that excludes itself is named. Every witness has passed the compiled rules.
 */
export const analyse = (requirements: readonly Requirement[], options: AnalysisOptions = {}): Analysis => {
  const budget = options.budget ?? { left: LIMITS.ruleAnalysisSteps };
  const problem = problemOf(requirements, options.catalogue);
  const look = (formulas: readonly Formula[], expectedOnly: boolean, withLaw = true): Found<Model> =>
    budget.left <= 0
      ? unknown('too-many-steps')
      : findModel(withLaw ? [...formulas, ...problem.law] : formulas, {
          budget,
          expectedOnly,
          remembered: expectedOnly ? problem.expected : problem.possible,
          domainOf: problem.domainOf,
        });
  const conflictOf = (impossible: (formulas: readonly Formula[]) => boolean): Conflict => {
    const parts = smallestConflict(problem.formulas, impossible).map(treeOf);
    return { parts, attributes: [...new Set(parts.flatMap(attributesBelow))] };
  };

  const usual = confirmed(look(problem.formulas, true), requirements);
  if (usual.kind === 'value') return { answer: 'yes', witness: usual.value };
  const any = problem.hasExpectations ? confirmed(look(problem.formulas, false), requirements) : usual;
  if (any.kind === 'unknown') return undecided(any);
  if (any.kind === 'value') {
    if (usual.kind === 'unknown') return undecided(usual);
    const conflict = conflictOf((formulas) => isImpossible(look(formulas, true)));
    return {
      answer: 'cannot-tell',
      reason: { code: 'unexpected-values-only', witness: any.value, ...conflict },
    };
  }
  const conflict = conflictOf((formulas) => isImpossible(look(formulas, false)));
  const code =
    problem.law.length > 0 && !isImpossible(look(problem.formulas, false, false))
      ? 'needs-consent'
      : conflict.parts.length > 1
        ? 'conditions-exclude'
        : 'never-true';
  return { answer: 'no', reason: { code, ...conflict } };
};

const undecided = ({ cause }: Extract<Found, { kind: 'unknown' }>): Analysis => ({
  answer: 'cannot-tell',
  reason: { code: 'undecided', cause },
});

interface Problem {
  readonly formulas: readonly Formula[];
  readonly law: readonly Formula[];
  readonly domainOf: SearchOptions['domainOf'];
  readonly hasExpectations: boolean;
  /** What searches found out about sets of conditions, among expected values and among all. */
  readonly expected: Map<string, Found>;
  readonly possible: Map<string, Found>;
}

const problemOf = (
  requirements: readonly Requirement[],
  catalogue: readonly AttributeDeclaration[] | undefined,
): Problem => {
  const maker = formulaMaker();
  const conditions = requirements.flatMap(({ tree }) => conditionsBelow(tree));
  const law = consentLaw(conditions, catalogue);
  const domains = new Map(
    conditions.map(({ attribute, segments }) => [attribute, domainOf(segments, catalogue)]),
  );
  return {
    formulas: requirements.map(({ tree, holds }) => maker.make(tree, !holds)),
    law: law ? [maker.make(law, false, false)] : [],
    domainOf: ({ attribute }) => domains.get(attribute) ?? {},
    hasExpectations: [...domains.values()].some(({ expected }) => expected !== undefined),
    expected: new Map(),
    possible: new Map(),
  };
};

/** What the search found must pass what decides for visitors. */
const confirmed = (answer: Found<Model>, requirements: readonly Requirement[]): Found<Witness> => {
  if (answer.kind !== 'value') return answer.kind === 'none' ? NONE : answer;
  const witness = witnessOf(answer.value);
  return requirements.every(({ tree, holds }) => compileNode(tree)(witness) === holds)
    ? { kind: 'value', value: witness }
    : unknown('not-confirmed');
};
