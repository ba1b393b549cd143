import { compileNode, type RuleTest } from './compile';
import { parseRule } from './parse-rule';
import type { ComputedInterests } from './attribute-reader';
import type { AttributeDeclaration } from '../context/attributes';
import type { Issue } from '../foundation/issue';
import type { Audience } from '../model/audience';

/** All audiences of a manifest, compiled once. What asks it does not see how it finds its answer. */
export interface AudienceMatcher {
  /** Codes of the audiences that match, in the order given. Total for any context. */
  match(context: unknown, computed?: ComputedInterests): string[];
  /** The rule of one audience; `undefined` for an unknown code. */
  matcher(code: string): RuleTest | undefined;
  /** Audiences that match nobody because their rule is not valid. */
  readonly invalid: readonly { readonly code: string; readonly issues: readonly Issue[] }[];
}

/** Compiles audiences: one closure each, asked in turn. */
export const compileAudiences = (
  audiences: readonly Audience[],
  catalogue?: readonly AttributeDeclaration[],
): AudienceMatcher => {
  const tests = new Map<string, RuleTest>();
  const invalid: { readonly code: string; readonly issues: readonly Issue[] }[] = [];
  for (const { code, rule } of audiences) {
    const parsed = parseRule(rule, catalogue);
    tests.set(code, parsed.ok ? compileNode(parsed.value.tree) : () => false);
    if (!parsed.ok) invalid.push({ code, issues: parsed.error });
  }
  return {
    match: (context, computed) => {
      const codes: string[] = [];
      for (const [code, test] of tests) if (test(context, computed)) codes.push(code);
      return codes;
    },
    matcher: (code) => tests.get(code),
    invalid,
  };
};
