import { isGroup, type BenchAudience, type BenchCondition, type BenchRule } from '../generate/bench-rule';
import type { PeerContext } from '../generate/contexts';
import type { Evaluator } from '../peers/evaluator';
import { versionAtLeast } from '../peers/version-at-least';

type Collect = (context: PeerContext, codes: string[]) => void;

/** JavaScript made from the rules, `perFunction` rules a function: what a code generator could reach. */
const generatedCode = (name: string, perFunction: number): Evaluator => ({
  name,
  kind: 'floor',
  generatesCode: true,
  notEquivalent: 'new Function, trusts the types of the context, no explanation; a floor, not a product',
  load: (audiences) => {
    const functions: Collect[] = [];
    for (let from = 0; from < audiences.length; from += perFunction) {
      functions.push(compile(audiences.slice(from, from + perFunction)));
    }
    return {
      ask:
        ({ peer }) =>
        () => {
          const codes: string[] = [];
          for (const collect of functions) collect(peer, codes);
          return codes;
        },
    };
  },
});

export const generatedPerRule = generatedCode('generated code, 1 rule a function', 1);
export const generatedInChunks = generatedCode('generated code, 64 rules a function', 64);

/** Every attribute is read once a function, then compared as often as the rules ask. */
const compile = (audiences: readonly BenchAudience[]): Collect => {
  const names = new Map<string, string>();
  const variable = (attribute: string): string => {
    const name = names.get(attribute) ?? `v${names.size}`;
    names.set(attribute, name);
    return name;
  };
  const tests = audiences.map(
    ({ code, rule }) => `if (${sourceOf(rule, variable)}) codes.push(${JSON.stringify(code)});`,
  );
  const reads = [...names].map(([attribute, name]) => `const ${name} = ${readOf(attribute)};`);
  // The floor that shows what generated code could reach; nothing outside the benchmark does this.
  // eslint-disable-next-line no-new-func
  const make = new Function(
    'versionAtLeast',
    `return (context, codes) => { ${[...reads, ...tests].join('\n')} };`,
  ) as (order: typeof versionAtLeast) => Collect;
  return make(versionAtLeast);
};

const readOf = (attribute: string): string =>
  `context${attribute
    .split('.')
    .map((key) => `?.[${JSON.stringify(key)}]`)
    .join('')}`;

const sourceOf = (rule: BenchRule, variable: (attribute: string) => string): string => {
  if (!isGroup(rule)) return conditionSource(rule, variable(rule.attribute));
  const joined = rule.children
    .map((child) => `(${sourceOf(child, variable)})`)
    .join(rule.kind === 'all' ? ' && ' : ' || ');
  return rule.kind === 'none' ? `!(${joined})` : joined;
};

const conditionSource = (condition: BenchCondition, name: string): string => {
  switch (condition.kind) {
    case 'equals':
      return `${name} === ${JSON.stringify(condition.value)}`;
    case 'among':
      return condition.values.map((value) => `${name} === ${JSON.stringify(value)}`).join(' || ');
    case 'not-among':
      return condition.values.map((value) => `${name} !== ${JSON.stringify(value)}`).join(' && ');
    case 'at-least':
      return `${name} >= ${condition.value}`;
    case 'starts-with':
      return `typeof ${name} === 'string' && ${name}.startsWith(${JSON.stringify(condition.value)})`;
    case 'date-from':
      return `${name} >= ${JSON.stringify(condition.value)}`;
    case 'version-from':
      return `versionAtLeast(${name}, ${JSON.stringify(condition.value)})`;
  }
};
