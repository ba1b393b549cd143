import fc from 'fast-check';
import { compileAudiences } from '../../../../src/rules/audience-matcher';
import { explainRule } from '../../../../src/rules/explain';
import { CATALOGUE, contexts, validRules } from '../../../properties/rules-arbitraries';

const rules = fc.array(validRules, { minLength: 17, maxLength: 40 });
const audiencesOf = (all: readonly object[]) =>
  all.map((rule, at) => ({ code: `a${at}`, name: `Audience ${at}`, rule: rule as never }));

describe('the index of the rules', () => {
  it.each([['typed', CATALOGUE] as const])(
    'finds what the closures find and explanations say: %s',
    (_name, catalogue) => {
      fc.assert(
        fc.property(rules, fc.array(contexts, { minLength: 1, maxLength: 20 }), (all, visitors) => {
          const audiences = audiencesOf(all);
          const indexed = compileAudiences(audiences, catalogue);
          const asked = compileAudiences(audiences, catalogue, { index: false });
          const sampled = compileAudiences(audiences, catalogue, {
            sample: visitors.map((context) => ({ context, consent: true })),
          });
          for (const context of visitors) {
            const reading = { context, consent: true };
            const expected = audiences
              .filter(({ rule }) => explainRule(rule, context, catalogue).matched)
              .map(({ code }) => code);
            expect(indexed.match(reading)).toEqual(expected);
            expect(sampled.match(reading)).toEqual(expected);
            expect(asked.match(reading)).toEqual(expected);
            for (const { code } of audiences)
              expect(indexed.matches(reading, code)).toBe(expected.includes(code));
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});
