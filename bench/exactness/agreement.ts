import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { hasConsent, withoutStored } from '../../src/context/consent';
import { interestScores } from '../../src/interests/interest-scores';
import { buildManifest } from '../../src/manifest/build-manifest';
import type { Manifest } from '../../src/manifest/manifest';
import type { Rule } from '../../src/model/rule';
import type { VisitorContext } from '../../src/model/visitor-context';
import { explainRule } from '../../src/rules/explain';
import { NOW } from '../generate/contexts';
import { recordsWith } from '../generate/manifest';
import { engineOf } from '../peers/ours';
import { FUZZ_ATTRIBUTES } from './vocabulary';

/** One rule set, loaded in every way that there is. */
export interface RuleSet {
  /** With the index, which learned from `sample`. */
  readonly index: (context: unknown) => string[];
  /** With the index, which guessed. */
  readonly unsampled: (context: unknown) => string[];
  readonly closures: (context: unknown) => string[];
  /** Rule by rule as `explain` says; `undefined` where not even consent or interests can be read, so nothing can be explained. */
  readonly explained: (context: unknown) => string[] | undefined;
}

/** Manifest of these rules under codes that sort in their order. */
export const manifestOfRules = (rules: readonly Rule[]): Manifest =>
  buildManifest(
    recordsWith({
      attributes: FUZZ_ATTRIBUTES,
      audiences: rules.map((rule, index) => ({
        code: `a${String(index).padStart(6, '0')}`,
        name: '',
        rule,
      })),
    }),
  );

/** Loads rules with index, without, and for explanation. */
export const loadRuleSet = (rules: readonly Rule[], sample: readonly VisitorContext[]): RuleSet => {
  const manifest = manifestOfRules(rules);
  const asking = (engine: ReturnType<typeof engineOf>) => (context: unknown) =>
    engine.matchAudiences(context as VisitorContext, NOW);
  return {
    index: asking(engineOf(manifest, { sample })),
    unsampled: asking(engineOf(manifest)),
    closures: asking(engineOf(manifest, { index: false })),
    explained: explaining(manifest),
  };
};

/** Written against the documented parts, not against the engine: consent, then interests, then each rule. */
const explaining = ({ attributes, audiences, settings }: Manifest): RuleSet['explained'] => {
  const catalogue = [...attributes, ...ATTRIBUTE_CATALOGUE];
  return (context) => {
    let known: VisitorContext;
    let scores: ReadonlyMap<string, number>;
    try {
      const sent = context as VisitorContext;
      known = hasConsent(sent) ? sent : withoutStored(sent, catalogue);
      scores = interestScores(known.interests, NOW, settings.interestMix);
    } catch {
      return undefined;
    }
    return audiences
      .filter(({ rule }) => explainRule(rule, known, catalogue, scores).matched)
      .map(({ code }) => code);
  };
};

/** Where two ways of asking differ, or `undefined`. */
export const disagreement = (set: RuleSet, context: unknown): string | undefined => {
  const closures = set.closures(context).join();
  const index = set.index(context).join();
  if (index !== closures) return `index [${index}] and closures [${closures}]`;
  const unsampled = set.unsampled(context).join();
  if (unsampled !== closures) return `index without a sample [${unsampled}] and closures [${closures}]`;
  const explained = set.explained(context)?.join();
  if (explained !== undefined && explained !== closures) {
    return `explain [${explained}] and closures [${closures}]`;
  }
  return undefined;
};
