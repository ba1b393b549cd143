import { interestScores } from '../../src/interests/interest-scores';
import { explainRule } from '../../src/rules/explain';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import type { BenchAudience } from '../generate/bench-rule';
import { NOW, type BenchContext } from '../generate/contexts';
import { ATTRIBUTES, ruleOf } from '../generate/manifest';
import type { Evaluator } from '../peers/evaluator';

/** Where an evaluator answered otherwise than the reference. */
export interface Difference {
  readonly evaluator: string;
  readonly audiences: number;
  /** Matches that the reference does not have, and those that are missing, over all contexts. */
  readonly extra: number;
  readonly missing: number;
  /** One of them, to look at. */
  readonly example: string;
}

const CATALOGUE = [...ATTRIBUTES, ...ATTRIBUTE_CATALOGUE];

/** What `explain` says, rule by rule: the slowest and plainest way, and the one that editors see. */
const referenceMatches = (audiences: readonly BenchAudience[], { context }: BenchContext): Set<string> => {
  const scores = interestScores(context.interests, NOW);
  return new Set(
    audiences
      .filter(({ rule }) => explainRule(ruleOf(rule), context, CATALOGUE, scores).matched)
      .map(({ code }) => code),
  );
};

/**
 * The gate before any timing: whoever answers otherwise than the reference is not compared, because a fast wrong
 * answer is worth nothing. Contexts must be of visitors who agreed.
 */
export const differences = async (
  evaluators: readonly Evaluator[],
  audiences: readonly BenchAudience[],
  contexts: readonly BenchContext[],
): Promise<Difference[]> => {
  const expected = contexts.map((context) => referenceMatches(audiences, context));
  const found: Difference[] = [];
  for (const evaluator of evaluators) {
    const rules = evaluator.load(audiences);
    let [extra, missing, example] = [0, 0, ''];
    for (const [index, context] of contexts.entries()) {
      const answered = new Set(await rules.ask(context)());
      const wanted = expected[index]!;
      const tooMany = [...answered].filter((code) => !wanted.has(code));
      const tooFew = [...wanted].filter((code) => !answered.has(code));
      extra += tooMany.length;
      missing += tooFew.length;
      const code = tooMany[0] ?? tooFew[0];
      if (example === '' && code !== undefined) {
        const rule = audiences.find((audience) => audience.code === code)?.rule;
        example = `${JSON.stringify(rule && ruleOf(rule))} for ${JSON.stringify(context.peer)}`;
      }
    }
    if (extra + missing > 0) {
      found.push({ evaluator: evaluator.name, audiences: audiences.length, extra, missing, example });
    }
  }
  return found;
};
