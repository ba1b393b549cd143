import type { AttributeDeclaration } from '../context/attributes';
import { byText } from '../foundation/compare';
import { LIMITS } from '../foundation/limits';
import { finish, type Steps } from '../foundation/steps';
import type { Audience } from '../model/audience';
import { isInLocale } from '../model/entry-ref';
import { BASE, type Experience, type Variant } from '../model/experience';
import { analyse, type AnalysisOptions } from '../rules/analysis/analyse';
import type { NobodyReason, OpenReason, Subsumption } from '../rules/analysis/answers';
import type { StepBudget, UnknownCause } from '../rules/analysis/found';
import { isCovered } from '../rules/analysis/is-subsumed';
import { parseRule } from '../rules/parse-rule';
import type { RuleNode } from '../rules/rule-tree';
import { localesOf, type RivalOptions, rivalsOf } from './variant-rivals';

/** What an editor should know of the variants of an experience. `reason` and `by` are the why. */
export type VariantFinding =
  /** Nobody can be in the audiences of the experience, so no variant is ever shown. */
  | { readonly code: 'nobody-takes-part'; readonly reason: NobodyReason | OpenReason }
  /** Nobody can be in its audiences, take part and have its channel at once. */
  | { readonly code: 'variant-dead'; readonly variant: string; readonly reason: NobodyReason | OpenReason }
  /**
   * Whoever could get it always gets one of these variants (codes, editor's order): `order`, because they stand before
   * it; `audience`, because variants with a matching audience come before those without one.
   */
  | {
      readonly code: 'variant-shadowed';
      readonly variant: string;
      readonly by: readonly string[];
      readonly because: 'order' | 'audience';
      /** False where values that nobody should send, such as half a visit, could still reach it. */
      readonly certain: boolean;
    }
  /** Neither could be ruled out, nor found. */
  | { readonly code: 'variant-undecided'; readonly variant: string; readonly cause: UnknownCause };

/** What of the project an analysis needs. */
export interface VariantAnalysisOptions extends RivalOptions {
  readonly catalogue?: readonly AttributeDeclaration[];
  /** Steps for all of it together; what is left is written back. */
  readonly budget?: StepBudget;
  /** Steps of one question; default `LIMITS.ruleAnalysisSteps`. */
  readonly stepsEach?: number;
}

/** What of an experience it looks at. */
export type AnalysedExperience = Pick<Experience, 'selection' | 'audiences' | 'variants'>;

/**
 * Variants that are never shown, whatever comes (dead), and those that others always stand in front of (shadowed).
 * Follows `placement.ts` and `most-relevant.ts`: audiences, channels and the locales of published content count, and an
 * earlier variant only where the later one's affinity can never lead it. Variants that are switched off or have no
 * content are not looked at; `split` and `adaptive` have no order, so there only taking part is.
 */
export const analyseVariants = (
  experience: AnalysedExperience,
  audiences: readonly Audience[],
  options: VariantAnalysisOptions,
): VariantFinding[] => finish(variantAnalysis(experience, audiences, options));

/** The same in steps, one or more a variant, for who has others to serve meanwhile. */
export function* variantAnalysis(
  experience: AnalysedExperience,
  audiences: readonly Audience[],
  options: VariantAnalysisOptions,
): Steps<VariantFinding[]> {
  const { catalogue, budget = { left: Infinity }, stepsEach = LIMITS.ruleAnalysisSteps } = options;
  /** Each question has its own share of the steps, so that none takes those of all others. */
  const ask = <T>(question: (rules: AnalysisOptions) => T): T => {
    const given = Math.min(stepsEach, budget.left);
    const own = { left: given };
    const answer = question({ ...(catalogue && { catalogue }), budget: own });
    budget.left -= given - own.left;
    return answer;
  };
  const named = new Set([...experience.audiences, ...experience.variants.flatMap((one) => one.audiences)]);
  const trees = new Map(
    audiences.flatMap(({ code, rule }) => {
      if (!named.has(code)) return [];
      const parsed = parseRule(rule, options.catalogue);
      return parsed.ok ? [[code, parsed.value.tree] as const] : [];
    }),
  );
  const anyOf = (codes: readonly string[]): RuleNode => {
    if (codes.length === 0) return EVERYONE;
    return { kind: 'any', children: codes.flatMap((code) => trees.get(code) ?? []) };
  };
  const takesPart = anyOf(experience.audiences);
  const nobody =
    nobodyIn(takesPart) ?? nobodyReason(ask((rules) => analyse([{ tree: takesPart, holds: true }], rules)));
  if (nobody) return [{ code: 'nobody-takes-part', reason: nobody }];
  if (experience.selection !== 'relevance') return [];

  const variants = experience.variants
    .filter(({ code, enabled, contents }) => enabled && code !== BASE && contents.length > 0)
    .sort((a, b) => a.order - b.order || byText(a.code, b.code));
  const reachOf = (variant: Variant): RuleNode => ({
    kind: 'all',
    children: [anyOf(variant.audiences), channelIn(variant.channels)],
  });

  const findings: VariantFinding[] = [];
  for (const [position, variant] of variants.entries()) {
    yield;
    const requirements = [
      { tree: takesPart, holds: true },
      { tree: reachOf(variant), holds: true },
    ];
    const alone = ask((rules) => analyse(requirements, rules));
    const reason = nobodyIn(anyOf(variant.audiences)) ?? nobodyReason(alone);
    if (reason) findings.push({ code: 'variant-dead', variant: variant.code, reason });
    else if (alone.answer === 'cannot-tell') findings.push(...undecided(variant.code, alone.reason));
    else {
      const covered = (rivals: readonly Variant[]) =>
        ask((rules) => isCovered(requirements, rivals.map(reachOf), rules));
      findings.push(...(yield* shadowOf(variant, position, variants, options, covered)));
    }
  }
  return findings;
}

/** Is a variant shadowed in every locale in which it can be shown? */
function* shadowOf(
  variant: Variant,
  position: number,
  variants: readonly Variant[],
  options: VariantAnalysisOptions,
  coveredBy: (rivals: readonly Variant[]) => Subsumption,
): Steps<VariantFinding[]> {
  const seen = new Map<string, Subsumption>();
  const by = new Set<string>();
  let certain = true;
  for (const locale of localesOf(variant, variants)) {
    const rivals = rivalsOf(variant, position, variants, options).filter(({ contents }) =>
      contents.some(({ entry }) => isInLocale(entry, locale)),
    );
    if (rivals.length === 0) return [];
    yield;
    const key = JSON.stringify(rivals.map(({ code }) => code));
    const answer = seen.get(key) ?? coveredBy(rivals);
    seen.set(key, answer);
    if (answer.answer === 'no') return [];
    if (!('by' in answer.reason)) return undecided(variant.code, answer.reason);
    certain &&= answer.answer === 'yes';
    for (const index of answer.reason.by) by.add(rivals[index]!.code);
  }
  const because = variant.audiences.length === 0 && hasAudience(variants, by) ? 'audience' : 'order';
  const covering = variants.flatMap((other) => (by.has(other.code) ? [other.code] : []));
  return [{ code: 'variant-shadowed', variant: variant.code, by: covering, because, certain }];
}

const undecided = (
  variant: string,
  reason: { readonly code: string; readonly cause?: UnknownCause },
): VariantFinding[] =>
  reason.cause === undefined ? [] : [{ code: 'variant-undecided', variant, cause: reason.cause }];

const EVERYONE: RuleNode = { kind: 'all', children: [] };

/** None of the audiences exists with a valid rule. */
const nobodyIn = (tree: RuleNode): NobodyReason | undefined =>
  tree.kind === 'any' && tree.children.length === 0 ? { code: 'rule-invalid' } : undefined;

const nobodyReason = (analysis: ReturnType<typeof analyse>): NobodyReason | OpenReason | undefined => {
  if (analysis.answer === 'no') return analysis.reason;
  const isOpen = analysis.answer === 'cannot-tell' && analysis.reason.code === 'unexpected-values-only';
  return isOpen ? analysis.reason : undefined;
};

/** A channel that the variant is for, as `placement.ts` reads it. */
const channelIn = (channels: readonly string[]): RuleNode =>
  channels.length === 0
    ? EVERYONE
    : {
        kind: 'condition',
        attribute: 'channel',
        segments: ['channel'],
        type: 'string',
        operator: '$in',
        operand: channels,
      };

const hasAudience = (variants: readonly Variant[], codes: ReadonlySet<string>): boolean =>
  variants.some(({ code, audiences }) => codes.has(code) && audiences.length > 0);
