import type { AttributeDeclaration } from '../context/attributes';
import { byText } from '../foundation/compare';
import type { Audience } from '../model/audience';
import { isInLocale } from '../model/entry-ref';
import { BASE, type Experience, type Variant } from '../model/experience';
import type { InterestGroup } from '../model/interest-profile';
import { analyse, type AnalysisOptions } from '../rules/analysis/analyse';
import type { NobodyReason, OpenReason } from '../rules/analysis/answers';
import type { StepBudget, UnknownCause } from '../rules/analysis/found';
import { isCovered } from '../rules/analysis/is-subsumed';
import { parseRule } from '../rules/parse-rule';
import type { RuleNode } from '../rules/rule-tree';
import { neverLeads, sameInterests } from './affinity-bounds';

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
export interface VariantAnalysisOptions {
  readonly catalogue?: readonly AttributeDeclaration[];
  /** Group by tag code. */
  readonly tagGroups: ReadonlyMap<string, InterestGroup>;
  /** Lead by which affinity overrules the editor's order, as in `DecisionSettings`. */
  readonly affinityLead: number;
  /** Steps for all of it together; without it each question has `LIMITS.ruleAnalysisSteps` of its own. */
  readonly budget?: StepBudget;
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
): VariantFinding[] => {
  const { catalogue, budget } = options;
  const rules: AnalysisOptions = { ...(catalogue && { catalogue }), ...(budget && { budget }) };
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
  const nobody = nobodyIn(takesPart) ?? nobodyReason(analyse([{ tree: takesPart, holds: true }], rules));
  if (nobody) return [{ code: 'nobody-takes-part', reason: nobody }];
  if (experience.selection !== 'relevance') return [];

  const variants = experience.variants
    .filter(({ code, enabled, contents }) => enabled && code !== BASE && contents.length > 0)
    .sort((a, b) => a.order - b.order || byText(a.code, b.code));
  const reachOf = (variant: Variant): RuleNode => ({
    kind: 'all',
    children: [anyOf(variant.audiences), channelIn(variant.channels)],
  });

  return variants.flatMap((variant, position): VariantFinding[] => {
    const { code } = variant;
    const requirements = [
      { tree: takesPart, holds: true },
      { tree: reachOf(variant), holds: true },
    ];
    const alone = analyse(requirements, rules);
    const reason = nobodyIn(anyOf(variant.audiences)) ?? nobodyReason(alone);
    if (reason) return [{ code: 'variant-dead', variant: code, reason }];
    if (alone.answer === 'cannot-tell') return undecided(code, alone.reason);

    const seen = new Map<string, ReturnType<typeof isCovered>>();
    const by = new Set<string>();
    let certain = true;
    for (const locale of localesOf(variant, variants)) {
      const rivals = rivalsOf(variant, position, variants, options).filter(({ contents }) =>
        contents.some(({ entry }) => isInLocale(entry, locale)),
      );
      if (rivals.length === 0) return [];
      const key = JSON.stringify(rivals.map((rival) => rival.code));
      const answer = seen.get(key) ?? isCovered(requirements, rivals.map(reachOf), rules);
      seen.set(key, answer);
      if (answer.answer === 'no') return [];
      if (!('by' in answer.reason)) return undecided(code, answer.reason);
      certain &&= answer.answer === 'yes';
      for (const index of answer.reason.by) by.add(rivals[index]!.code);
    }
    const because = variant.audiences.length === 0 && hasAudience(variants, by) ? 'audience' : 'order';
    const covering = variants.flatMap((other) => (by.has(other.code) ? [other.code] : []));
    return [{ code: 'variant-shadowed', variant: code, by: covering, because, certain }];
  });
};

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

/** Locales in which a variant can be shown: those of its content, and one that nobody names if it is not localised. */
const localesOf = (variant: Variant, variants: readonly Variant[]): (string | undefined)[] => {
  const named = (of: readonly Variant[]) =>
    of.flatMap(({ contents }) => contents.map(({ entry }) => entry.locale));
  const own = named([variant]);
  return [...new Set(own.includes(undefined) ? [undefined, ...named(variants)] : own)];
};

/** Variants that win against this one wherever they match as well. */
const rivalsOf = (
  variant: Variant,
  position: number,
  variants: readonly Variant[],
  { tagGroups, affinityLead }: VariantAnalysisOptions,
): Variant[] =>
  variants.filter((other, index) => {
    if (other === variant) return false;
    if (variant.audiences.length === 0 && other.audiences.length > 0) return true;
    if (index > position || variant.audiences.length > 0 !== other.audiences.length > 0) return false;
    // Without audiences both must qualify by affinity first, which only the same interests make certain.
    return variant.audiences.length === 0
      ? sameInterests(variant.interests, other.interests, tagGroups)
      : neverLeads(variant.interests, other.interests, tagGroups, affinityLead);
  });

const hasAudience = (variants: readonly Variant[], codes: ReadonlySet<string>): boolean =>
  variants.some(({ code, audiences }) => codes.has(code) && audiences.length > 0);
