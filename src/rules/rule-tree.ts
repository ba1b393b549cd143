import type { AttributeType } from '../context/attributes';
import type { OperatorName } from './operator-names';

/** One comparison of one attribute; the atom that a predicate index files rules under. */
export interface ConditionNode {
  readonly kind: 'condition';
  /** Dotted path, as people write it. */
  readonly attribute: string;
  /** The same path, split once. */
  readonly segments: readonly string[];
  /** As the catalogue types it; `any` without a declaration. */
  readonly type: AttributeType;
  readonly operator: OperatorName;
  /** Validated, plain JSON; for numbers already a number. */
  readonly operand: unknown;
}

/** Joined by *and* (`all`) or *or* (`any`). An empty `all` matches everyone. */
export interface GroupNode {
  readonly kind: 'all' | 'any';
  readonly children: readonly RuleNode[];
}

/** The exact negation of its child. */
export interface NotNode {
  readonly kind: 'not';
  readonly child: RuleNode;
}

/**
 * A rule after validation, whatever its spelling was: what compile, explain and describe share.
 * Plain data without closures, so that an index can look at atoms before anything is compiled.
 */
export type RuleNode = ConditionNode | GroupNode | NotNode;
