/**
 * A rule of the benchmark before it is written in anybody's language: each peer gets its own, natural spelling of
 * the same conditions. Only what every peer can express, so no list attributes and no `*` patterns here.
 */
export type BenchRule = BenchCondition | BenchGroup;

/** One comparison of one attribute, named by its dotted path. */
export type BenchCondition =
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'among'; readonly attribute: string; readonly values: readonly string[] }
  | { readonly kind: 'not-among'; readonly attribute: string; readonly values: readonly string[] }
  | { readonly kind: 'at-least'; readonly attribute: string; readonly value: number }
  | { readonly kind: 'starts-with'; readonly attribute: string; readonly value: string }
  /** ISO dates of one form, so that their order as text is their order in time. */
  | { readonly kind: 'date-from'; readonly attribute: string; readonly value: string }
  /** Three numbers, so that a strict semver library reads them too. */
  | { readonly kind: 'version-from'; readonly attribute: string; readonly value: string };

/** `none`: no child matches. */
export interface BenchGroup {
  readonly kind: 'all' | 'any' | 'none';
  readonly children: readonly BenchRule[];
}

/** A named rule; `code` sorts in the order in which the rules were made. */
export interface BenchAudience {
  readonly code: string;
  readonly rule: BenchRule;
}

export const isGroup = (rule: BenchRule): rule is BenchGroup =>
  rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'none';

export const all = (children: readonly BenchRule[]): BenchRule => group('all', children);
export const any = (children: readonly BenchRule[]): BenchRule => group('any', children);
export const none = (children: readonly BenchRule[]): BenchRule => ({ kind: 'none', children });

/** A group of one is that one. */
const group = (kind: 'all' | 'any', children: readonly BenchRule[]): BenchRule =>
  children.length === 1 && children[0] ? children[0] : { kind, children };

/** Gives rules their codes. */
export const audiencesOf = (rules: readonly BenchRule[]): BenchAudience[] =>
  rules.map((rule, index) => ({ code: `a${String(index).padStart(6, '0')}`, rule }));
