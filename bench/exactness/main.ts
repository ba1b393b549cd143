// `npm run fuzz -- --pairs 1000000 --evaluations 10000000 --seed 1`
import { availableParallelism } from 'node:os';
import { OPERATOR_NAMES } from '../../src/rules/operator-names';
import { inFreshProcess, runAsked, type Task } from '../harness/fresh-process';
import { evaluateHostile, type EvaluationsResult } from './evaluations';
import { comparePairs, planPairs, type PairPlan, type PairsResult } from './pairs';

const pairsTask: Task<{ readonly seed: number; readonly plan: PairPlan }, PairsResult> = {
  name: 'pairs',
  run: ({ seed, plan }) => comparePairs(seed, [plan]),
};

const evaluationsTask: Task<{ readonly seed: number; readonly wanted: number }, EvaluationsResult> = {
  name: 'evaluations',
  run: ({ seed, wanted }) => evaluateHostile(seed, wanted),
};

/** One process a core, each with a seed of its own that the output names. */
const inParts = <Result>(seed: number, run: (seed: number, part: number) => Promise<Result>) =>
  Promise.all(
    Array.from({ length: PARTS }, async (_, part) => {
      const own = seed + part * 1_000_003;
      return { seed: own, result: await run(own, part) };
    }),
  );
const PARTS = Math.min(8, availableParallelism());
const share = (whole: number, part: number): number =>
  Math.floor(whole / PARTS) + (part < whole % PARTS ? 1 : 0);

const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${flag} takes a whole number`);
  return value;
};

const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const shown = (count: number): string => count.toLocaleString('en');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** True where all agreed. */
const pairsAgree = async (seed: number, plan: PairPlan): Promise<boolean> => {
  const start = performance.now();
  const parts = await inParts(seed, (own, part) =>
    inFreshProcess(pairsTask, { seed: own, plan: { ...plan, pairs: share(plan.pairs, part) } }),
  );
  const total = (of: (result: PairsResult) => number): number => sum(parts.map(({ result }) => of(result)));
  const disagreements = total((result) => result.disagreements.length);
  const writes = total((result) => result.writes);
  console.log(
    `  N = ${plan.rules}: ${shown(total((result) => result.pairs))} pairs, ` +
      `${shown(total((result) => result.withMatches))} with matches, ${disagreements} disagreements, ` +
      `${writes} writes to contexts, ${since(start)}`,
  );
  for (const { seed: own, result } of parts) {
    for (const { set, context, what } of result.disagreements.slice(0, 3)) {
      console.log(`    seed ${own}, rule set ${set}, context ${context}: ${what.slice(0, 400)}`);
    }
  }
  return disagreements + writes === 0;
};

/** True where nothing was thrown, polluted or written. */
const evaluationsHold = async (seed: number, wanted: number): Promise<boolean> => {
  const start = performance.now();
  const parts = await inParts(seed, (own, part) =>
    inFreshProcess(evaluationsTask, { seed: own, wanted: share(wanted, part) }),
  );
  const results = parts.map(({ result }) => result);
  const throws = results.flatMap((result) => result.throws);
  const pollution = results.flatMap((result) => result.pollution);
  const writes = sum(results.map((result) => result.writes));
  console.log(
    `  ${shown(sum(results.map((result) => result.evaluations)))} evaluations, ${throws.length} throws, ` +
      `${pollution.length} changes to shared objects, ${writes} writes to contexts, ${since(start)}`,
  );
  for (const message of [...throws.slice(0, 3), ...pollution.slice(0, 3)]) {
    console.log(`    ${message.slice(0, 400)}`);
  }
  return throws.length + pollution.length + writes === 0;
};

const main = async (): Promise<number> => {
  const seed = numberAfter('--seed', 1);
  const pairs = numberAfter('--pairs', 1_000_000);
  const evaluations = numberAfter('--evaluations', 10_000_000);
  const held: boolean[] = [];
  console.log(`Seed ${seed}. ${OPERATOR_NAMES.length} operators, ${PARTS} processes.`);
  if (pairs > 0) {
    console.log('\nPairs of (rules, context): index, index without a sample, closures and explain');
    for (const plan of planPairs(pairs)) held.push(await pairsAgree(seed, plan));
  }
  if (evaluations > 0) {
    console.log('\nEvaluations of broken and odd rules on hostile contexts');
    held.push(await evaluationsHold(seed, evaluations));
  }
  const allHeld = held.every(Boolean);
  console.log(allHeld ? '\nAll agree.' : '\nFailed.');
  return allHeld ? 0 : 1;
};

void runAsked([pairsTask, evaluationsTask] as readonly Task<never, unknown>[], process.argv.slice(2))
  .then(async (asked) => {
    if (!asked) process.exitCode = await main();
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
