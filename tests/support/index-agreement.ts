import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import type { Rule } from '../../src/model/rule';
import { compileAudiences } from '../../src/rules/audience-matcher';
import { explainRule } from '../../src/rules/explain';

/** What the index finds is what explanations say, rule by rule, and some of it is something. */
export const expectAgreement = (
  rules: readonly Rule[],
  contexts: readonly unknown[],
  sample: readonly unknown[] = [],
): void => {
  const audiences = rules.map((rule, at) => ({ code: `a${at}`, name: '', rule }));
  const matcher = compileAudiences(audiences, ATTRIBUTE_CATALOGUE, {
    sample: sample.map((context) => ({ context, consent: true })),
  });
  let matches = 0;
  for (const context of contexts) {
    const reading = { context, consent: true };
    const expected = audiences
      .filter(({ rule }) => explainRule(rule, context).matched)
      .map(({ code }) => code);
    expect(matcher.match(reading)).toEqual(expected);
    expect(audiences.map(({ code }) => code).filter((code) => matcher.matches(reading, code))).toEqual(
      expected,
    );
    matches += expected.length;
  }
  expect(matches).toBeGreaterThan(0);
};
