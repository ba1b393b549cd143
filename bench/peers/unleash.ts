import UnleashClient from 'unleash-client/lib/client';
import DefaultStrategy from 'unleash-client/lib/strategy/default-strategy';
import { Operator, type Constraint } from 'unleash-client/lib/strategy/strategy';
import type { FeatureInterface } from 'unleash-client/lib/feature';
import { alternativesOf, type Literal } from './dnf';
import type { Evaluator } from './evaluator';
import { flatFacts, withDatesAsNumbers } from './flat-facts';
import type { BenchCondition } from '../generate/bench-rule';

/** The core of Unleash's Node SDK, with a repository that holds the features in a map. */
export const unleash: Evaluator = {
  name: 'unleash-client core',
  kind: 'peer',
  package: 'unleash-client',
  generatesCode: false,
  notEquivalent:
    'knows "and" alone, so rules become alternatives; every value is text and parsed each time; dates as numbers; the whole client is 3 times slower',
  load: (audiences) => {
    const features = new Map<string, FeatureInterface>(
      audiences.map(({ code, rule }) => [
        code,
        {
          name: code,
          enabled: true,
          strategies: alternativesOf(rule).map((literals) => ({
            name: 'default',
            parameters: {},
            constraints: literals.map(constraintOf),
          })),
        },
      ]),
    );
    const repository = { getToggle: (name: string) => features.get(name), getSegment: () => undefined };
    const client = new UnleashClient(
      repository as unknown as ConstructorParameters<typeof UnleashClient>[0],
      [new DefaultStrategy()],
    );
    const no = (): boolean => false;
    return {
      ask: ({ peer }) => {
        const facts = Object.entries(withDatesAsNumbers(flatFacts(peer)));
        const context = { properties: Object.fromEntries(facts.map(([key, value]) => [key, String(value)])) };
        return () => {
          const codes: string[] = [];
          for (const { code } of audiences) if (client.isEnabled(code, context, no)) codes.push(code);
          return codes;
        };
      },
    };
  },
};

const constraintOf = ({ condition, negated }: Literal): Constraint => ({
  contextName: condition.attribute,
  caseInsensitive: false,
  inverted: negated,
  ...operatorOf(condition),
});

const operatorOf = (condition: BenchCondition): Pick<Constraint, 'operator' | 'values' | 'value'> => {
  switch (condition.kind) {
    case 'equals':
      return { operator: Operator.IN, values: [condition.value] };
    case 'among':
      return { operator: Operator.IN, values: [...condition.values] };
    case 'not-among':
      return { operator: Operator.NOT_IN, values: [...condition.values] };
    case 'at-least':
      return { operator: Operator.NUM_GTE, values: [], value: condition.value };
    case 'date-from':
      return { operator: Operator.NUM_GTE, values: [], value: Date.parse(condition.value) };
    case 'starts-with':
      return { operator: Operator.STR_STARTS_WITH, values: [condition.value] };
    case 'version-from':
      return { operator: Operator.SEMVER_GTE, values: [], value: condition.value };
  }
};
