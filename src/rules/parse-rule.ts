import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { isForbiddenKey, isRecord } from '../foundation/plain-object';
import { err, ok, type Result } from '../foundation/result';
import { parseAttribute, type ParsedAttribute } from './parse-attribute';
import { parseConditions } from './parse-conditions';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule } from '../model/rule';
import { enterGroup, startParse, stopAsTooLarge, type RuleParse } from './rule-parse';
import type { RuleNode } from './rule-tree';

/** A rule as the tree that is evaluated and, for whoever saves it, as it is stored. */
export interface ParsedRule {
  readonly tree: RuleNode;
  /** Aliases gone, paths dotted, groups as written. Made when it is asked for: of thousands that are loaded, none is. */
  readonly stored: () => Rule;
}

type Path = Issue['path'];

/** Reads a rule from outside; all that is wrong with it at once, up to a limit. Total for any JSON. */
export const parseRule = (
  input: unknown,
  catalogue?: readonly AttributeDeclaration[],
): Result<ParsedRule, Issue[]> => {
  const parse = startParse(catalogue);
  const part = parseObject(input, [], 0, parse);
  if (!part || parse.issues.length > 0) return err(parse.issues.slice(0, LIMITS.ruleIssues));
  return ok(part);
};

const parseObject = (input: unknown, path: Path, depth: number, parse: RuleParse): ParsedRule | undefined => {
  if (!isRecord(input)) {
    parse.issues.push(
      issue('rule-malformed', path, 'Write a rule as an object, such as { "location.country": "DE" }.'),
    );
    return undefined;
  }
  const names: string[] = [];
  const values: (() => unknown)[] = [];
  const children: RuleNode[] = [];
  const add = (name: string, stored: () => unknown, tree: RuleNode, at: Path): void => {
    if (names.includes(name)) {
      parse.issues.push(issue('condition-duplicate', at, `Join the two conditions on ${name} with $and.`));
    }
    names.push(name);
    values.push(stored);
    children.push(tree);
  };
  for (const key of Object.keys(input)) {
    if (parse.stopped) return undefined;
    if (parse.issues.length >= LIMITS.ruleIssues) return undefined;
    const at = [...path, key];
    const value = input[key];
    if (key === '$and' || key === '$or' || key === '$nor') {
      const group = parseList(key, value, at, depth + 1, parse);
      if (group) add(key, group.stored, group.tree, at);
    } else if (key === '$not') {
      const inner = enterGroup(at, depth + 1, parse) ? parseObject(value, at, depth + 1, parse) : undefined;
      if (inner) add(key, inner.stored, { kind: 'not', child: inner.tree }, at);
    } else if (key.startsWith('$')) {
      parse.issues.push(
        issue('operator-unknown', at, `${key} is no group. Use $and, $or, $nor, $not or an attribute.`),
      );
    } else {
      forAttributesBelow(key, value, at, parse, (attribute, compared, where) => {
        const conditions = parseConditions(compared, attribute, where, parse);
        if (conditions) add(attribute.name, () => conditions.stored, conditions.tree, where);
      });
    }
  }
  return {
    tree: joined('all', children),
    stored: () => Object.fromEntries(names.map((name, at) => [name, values[at]!()])),
  };
};

const parseList = (
  key: '$and' | '$or' | '$nor',
  value: unknown,
  path: Path,
  depth: number,
  parse: RuleParse,
): { readonly stored: () => readonly Rule[]; readonly tree: RuleNode } | undefined => {
  if (!Array.isArray(value)) {
    parse.issues.push(issue('group-malformed', path, `${key} takes a list of rules.`));
    return undefined;
  }
  if (value.length === 0 && key !== '$and') {
    parse.issues.push(issue('group-empty', path, `Put at least one rule into ${key}.`));
    return undefined;
  }
  if (!enterGroup(path, depth, parse)) return undefined;
  const parts: ParsedRule[] = [];
  for (const [index, entry] of value.entries()) {
    // Empty rules count as conditions here: a list of a million of them is no rule.
    if (index >= LIMITS.ruleConditions) return stopAsTooLarge(path, parse);
    const part = parseObject(entry, [...path, index], depth, parse);
    if (parse.stopped) return undefined;
    if (part) parts.push(part);
  }
  const tree = joined(
    key === '$and' ? 'all' : 'any',
    parts.map((part) => part.tree),
  );
  return {
    stored: () => parts.map((part) => part.stored()),
    tree: key === '$nor' ? { kind: 'not', child: tree } : tree,
  };
};

/** Groups of one are that one, so that explanations show no empty level; two say how they are joined. */
const joined = (kind: 'all' | 'any', children: readonly RuleNode[]): RuleNode =>
  children.length === 1 && children[0] ? children[0] : { kind, children };

/**
 * The attributes below a key, each with what it is compared with. Strapi's filters nest them
 * (`{ location: { country: 'DE' } }`), so an object without operators is walked; its depth is bounded by what a
 * context may have.
 */
const forAttributesBelow = (
  name: string,
  value: unknown,
  path: Path,
  parse: RuleParse,
  use: (attribute: ParsedAttribute, value: unknown, path: Path) => void,
): void => {
  const nested = isRecord(value) ? Object.keys(value) : [];
  const isLeaf = nested.length === 0 || nested.some((key) => key.startsWith('$'));
  const parts = isLeaf ? [] : name.split('.');
  if (isLeaf || parts.length > LIMITS.contextDepth || parts.some(isForbiddenKey)) {
    const attribute = parseAttribute(name, path, parse);
    if (attribute) use(attribute, value, path);
    return;
  }
  for (const key of nested) {
    if (parse.stopped || parse.issues.length >= LIMITS.ruleIssues) return;
    const child = (value as Readonly<Record<string, unknown>>)[key];
    forAttributesBelow(`${name}.${key}`, child, [...path, key], parse, use);
  }
};
