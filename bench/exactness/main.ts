// `npm run fuzz -- --pairs 1000000 --evaluations 10000000 --seed 1`
import { OPERATOR_NAMES } from '../../src/rules/operator-names';
import { evaluateHostile } from './evaluations';
import { comparePairs, planPairs, type PairsResult } from './pairs';

const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${flag} takes a whole number`);
  return value;
};

const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const seed = numberAfter('--seed', 1);
const pairs = numberAfter('--pairs', 1_000_000);
const evaluations = numberAfter('--evaluations', 10_000_000);
let failed = false;

console.log(`Seed ${seed}. ${OPERATOR_NAMES.length} operators.`);

console.log(`\nPairs of (rules, context): index, index without a sample, closures and explain`);
for (const plan of pairs === 0 ? [] : planPairs(pairs)) {
  const start = performance.now();
  const result: PairsResult = comparePairs(seed, [plan]);
  const { disagreements, withMatches, writes } = result;
  console.log(
    `  N = ${plan.rules}: ${result.pairs.toLocaleString('en')} pairs, ${withMatches.toLocaleString('en')} with matches, ` +
      `${disagreements.length} disagreements, ${writes} writes to contexts, ${since(start)}`,
  );
  for (const { set, context, what } of disagreements.slice(0, 3)) {
    console.log(`    rule set ${set}, context ${context}: ${what.slice(0, 600)}`);
  }
  failed ||= disagreements.length > 0 || writes > 0;
}

if (evaluations > 0) {
  console.log(`\nEvaluations of broken and odd rules on hostile contexts`);
  const start = performance.now();
  const result = evaluateHostile(seed, evaluations);
  console.log(
    `  ${result.evaluations.toLocaleString('en')} evaluations, ${result.throws.length} throws, ` +
      `${result.pollution.length} changes to shared objects, ${result.writes} writes to contexts, ${since(start)}`,
  );
  for (const message of [...result.throws.slice(0, 3), ...result.pollution.slice(0, 3)]) {
    console.log(`    ${message.slice(0, 400)}`);
  }
  failed ||= result.throws.length + result.pollution.length + result.writes > 0;
}

console.log(failed ? '\nFailed.' : '\nAll agree.');
process.exit(failed ? 1 : 0);
