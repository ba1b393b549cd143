import { attributeReader, type ComputedInterests } from './attribute-reader';
import type { AttributeValue } from '../context/attribute-value';
import { OPERATORS } from './operators';
import { parseRule } from './parse-rule';
import type { AttributeDeclaration, AttributeType } from '../context/attributes';
import type { Rule } from '../model/rule';
import type { ConditionNode, RuleNode } from './rule-tree';

/**
 * Does a visitor context match? Total: never throws or loops, whatever the context is. `computed`: see
 * `attribute-reader.ts`. `withoutConsent`: attributes of consent class *stored* are missing.
 */
export type RuleTest = (context: unknown, computed?: ComputedInterests, withoutConsent?: boolean) => boolean;

/** Which attributes are missing without consent; default: none, as where no catalogue says. */
export type NeedsConsent = (segments: readonly string[]) => boolean;

/**
 * Compiles a rule to closures; no code is generated.
 *
 * Rules are validated when they are saved. One that is not valid here (written by a newer version, say) matches
 * nobody as a whole, so that no part of it can fail open; `compileAudiences` reports it.
 */
export const compileRule = (rule: Rule, catalogue?: readonly AttributeDeclaration[]): RuleTest => {
  const parsed = parseRule(rule, catalogue);
  return parsed.ok ? compileNode(parsed.value.tree) : () => false;
};

/** Where a condition finds its value. An object, because V8 compiles its method into the closure. */
export interface ValueSource {
  read(context: unknown, computed?: ComputedInterests, withoutConsent?: boolean): AttributeValue | undefined;
}

/** Gives the source of a condition. */
export type SourceOf = (condition: ConditionNode) => ValueSource;

const sourceOfOne: SourceOf = (condition) => ({
  read: attributeReader({ ...condition, type: readAs(condition) }),
});

/** What `conditionTest` says, without the call between: this is where a few rules spend their time. */
const testOf = ({ operator, operand, type }: ConditionNode, source: ValueSource): RuleTest => {
  const { negates, test: prepare } = OPERATORS[operator];
  const test = prepare(operand, type);
  return negates === undefined
    ? (context, computed, withoutConsent) => {
        const value = source.read(context, computed, withoutConsent);
        return value !== undefined && test(value);
      }
    : (context, computed, withoutConsent) => {
        const value = source.read(context, computed, withoutConsent);
        return value === undefined || !test(value);
      };
};

/** The closure of one node of a rule. @param sourceOf lets rules that are asked together share what they read */
export const compileNode = (node: RuleNode, sourceOf: SourceOf = sourceOfOne): RuleTest => {
  switch (node.kind) {
    case 'condition':
      return testOf(node, sourceOf(node));
    case 'not': {
      const child = compileNode(node.child, sourceOf);
      return (context, computed, withoutConsent) => !child(context, computed, withoutConsent);
    }
    case 'all':
      return every(cheapFirst(node.children).map((child) => compileNode(child, sourceOf)));
    case 'any':
      return some(cheapFirst(node.children).map((child) => compileNode(child, sourceOf)));
  }
};

/**
 * Dates and versions are read as the text they are where the test reads them itself: what is no date is no more equal
 * to one, or before one, than what is missing. Only whether something is there needs to know.
 */
export const readAs = ({ type, operator }: ConditionNode): AttributeType =>
  (type === 'date' && operator !== '$null' && operator !== '$notNull') ||
  (type === 'version' && operator.startsWith('$v'))
    ? 'string'
    : type;

/** No order changes an answer: what costs little to ask often saves the rest. */
const cheapFirst = (nodes: readonly RuleNode[]): readonly RuleNode[] =>
  [...nodes].sort((a, b) => costOf(a) - costOf(b));

/** Interests must be computed from the profile, dates and versions be read, text be searched. */
const costOf = (node: RuleNode): number => {
  if (node.kind === 'condition') {
    if (node.segments[0] === 'interests') return 3;
    return node.type === 'date' || node.type === 'version' || SEARCHING.has(node.operator) ? 2 : 1;
  }
  return node.kind === 'not' ? costOf(node.child) : Math.max(1, ...node.children.map(costOf));
};

const SEARCHING: ReadonlySet<string> = new Set(['$contains', '$containsi', '$matches', '$elemMatch', '$all']);

/** Most groups are of two or three, and a call that stands there by itself is a faster one. */
const every = (tests: readonly RuleTest[]): RuleTest => {
  const [first, second, third, ...others] = tests;
  if (first && second && !third) {
    return (context, computed, withoutConsent) =>
      first(context, computed, withoutConsent) && second(context, computed, withoutConsent);
  }
  if (first && second && third && others.length === 0) {
    return (context, computed, withoutConsent) =>
      first(context, computed, withoutConsent) &&
      second(context, computed, withoutConsent) &&
      third(context, computed, withoutConsent);
  }
  return (context, computed, withoutConsent) => {
    for (let at = 0; at < tests.length; at += 1)
      if (!tests[at]!(context, computed, withoutConsent)) return false;
    return true;
  };
};

const some =
  (tests: readonly RuleTest[]): RuleTest =>
  (context, computed, withoutConsent) => {
    for (let at = 0; at < tests.length; at += 1)
      if (tests[at]!(context, computed, withoutConsent)) return true;
    return false;
  };
