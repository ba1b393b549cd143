import { isGroup, type BenchCondition, type BenchRule } from '../generate/bench-rule';

/** A condition, or its negation. */
export interface Literal {
  readonly condition: BenchCondition;
  readonly negated: boolean;
}

/** Alternatives of conjunctions, for peers that know *and* alone. */
export const alternativesOf = (rule: BenchRule, negated = false): readonly (readonly Literal[])[] => {
  if (!isGroup(rule)) return [[{ condition: rule, negated }]];
  const inside = negated !== (rule.kind === 'none');
  const parts = rule.children.map((child) => alternativesOf(child, inside));
  const isJoinedByAnd = (rule.kind === 'all') !== inside;
  if (!isJoinedByAnd) return parts.flat();
  return parts.reduce<readonly (readonly Literal[])[]>(
    (left, right) => left.flatMap((one) => right.map((other) => [...one, ...other])),
    [[]],
  );
};
