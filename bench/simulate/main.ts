import { isMet } from './line';
import { FULL, QUICK, SECTIONS } from './sections';

/** `npm run simulate`: prints the table, and fails when a bound is not met. */
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const effort = args.includes('--quick') ? QUICK : FULL;
const sections = SECTIONS.filter(({ name }) => only === undefined || name === only);

if (sections.length === 0) {
  console.error(`Unknown part: ${only}. One of ${SECTIONS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const started = process.hrtime.bigint();
console.log(
  `Simulated statistics: ${effort.runs} runs a line of the error table, ${effort.few} of what needs fewer.`,
);
let missed = 0;
for (const { name, seed, run } of sections) {
  let title = '';
  for (const line of run(effort, seed)) {
    if (line.section !== title) console.log(`\n${line.section} (part ${name}, seed ${seed})`);
    title = line.section;
    if (!isMet(line)) missed += 1;
    console.log(`  ${isMet(line) ? 'pass' : 'FAIL'}  ${line.what.padEnd(52)}  ${line.measured}`);
    console.log(`        bound ${line.bound}; beside it: ${line.beside}`);
  }
}
const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n);
console.log(`\n${missed === 0 ? 'All bounds are met' : `${missed} bounds are NOT met`}, in ${seconds} s.`);
process.exit(missed === 0 ? 0 : 1);
