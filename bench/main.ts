// `npm run bench`, `npm run bench -- --only decide --json FILE`, `--quick`, `--check`, `--seed N`
import { writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { runAsked, type Task } from './harness/fresh-process';
import { isMet, megabytes, printed, type Goal, type Section } from './harness/section';
import type { Settings } from './harness/settings';
import { adverse, adverseTask } from './workloads/adverse';
import { cache, cacheTasks, type CacheFigures } from './workloads/cache';
import { decideTask, measureDecide } from './workloads/decide';
import { decideFigures, decideSections, type DecideFigures } from './workloads/decide-report';
import { edit, editTasks, type EditFigures } from './workloads/edit';
import { firstMatch, firstMatchTask } from './workloads/first-match';
import { gate, gateTask } from './workloads/gate';
import { growth, growthTask } from './workloads/growth';
import { latency, latencyTask } from './workloads/latency';
import { memory, memoryTask, type MemoryFigures } from './workloads/memory';
import { oneRule, oneRuleTask } from './workloads/one-rule';
import { page, pageTask } from './workloads/page';

const TASKS = [
  adverseTask,
  ...cacheTasks,
  decideTask,
  ...editTasks,
  firstMatchTask,
  gateTask,
  growthTask,
  latencyTask,
  memoryTask,
  oneRuleTask,
  pageTask,
] as readonly Task<never, unknown>[];

/** The file that `--json` writes; parts that did not run are absent. */
interface Figures {
  decide?: Record<string, DecideFigures>;
  memory?: MemoryFigures;
  edit?: EditFigures;
  cache?: CacheFigures;
}

type Workload = (settings: Settings, figures: Figures) => Promise<Section[]>;

const WORKLOADS: Readonly<Record<string, Workload>> = {
  'one-rule': oneRule,
  decide: async (settings, figures) => {
    const results = await measureDecide(settings);
    figures.decide = decideFigures(results);
    return decideSections(results);
  },
  'first-match': firstMatch,
  page,
  growth,
  latency,
  adverse,
  memory: async (settings, figures) => {
    const measured = await memory(settings);
    figures.memory = measured.figures;
    return measured.sections;
  },
  edit: async (settings, figures) => {
    const measured = await edit(settings);
    figures.edit = measured.figures;
    return measured.sections;
  },
  cache: async (settings, figures) => {
    const measured = await cache(settings);
    figures.cache = measured.figures;
    return measured.sections;
  },
};

/** `--only decide` brings these along, in short form, because its line in the JSON file has them. */
const BESIDE_DECIDE = ['memory', 'edit', 'cache'];

const valueAfter = (flag: string): string | undefined => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
};

const chosen = (only: string | undefined): string[] => {
  if (only === undefined) return Object.keys(WORKLOADS);
  const names = only.split(',');
  for (const name of names) {
    if (!(name in WORKLOADS)) {
      throw new Error(`--only takes ${Object.keys(WORKLOADS).join(', ')}; not ${name}`);
    }
  }
  return [...new Set([...names, ...(names.includes('decide') ? BESIDE_DECIDE : [])])];
};

const main = async (): Promise<number> => {
  const only = valueAfter('--only');
  const json = valueAfter('--json');
  const quick = process.argv.includes('--quick');
  const names = chosen(only);
  const short = only !== undefined && names.includes('decide');
  const settings: Settings = { seed: Number(valueAfter('--seed') ?? 1), quick, short };
  const started = performance.now();
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? arch()}, ${megabytes(totalmem())}, ` +
      `seed ${settings.seed}${quick ? ', quick: not to be quoted' : ''}`,
  );

  const checked = await gate(settings);
  console.log(printed(checked.section));
  if (!checked.passed) return 1;

  const figures: Figures = {};
  const goals: Goal[] = [];
  for (const name of names) {
    const sections = await WORKLOADS[name]!(settings, figures);
    for (const section of sections) {
      console.log(printed(section));
      goals.push(...section.goals);
    }
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures)}\n`);

  const missed = goals.filter((goal) => !isMet(goal));
  console.log(`\n${goals.length - missed.length} of ${goals.length} goals met.`);
  for (const { name } of missed) console.log(`  not met: ${name}`);
  console.log(`Took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  return process.argv.includes('--check') && missed.length > 0 ? 1 : 0;
};

void runAsked(TASKS, process.argv.slice(2))
  .then(async (asked) => {
    if (!asked) process.exitCode = await main();
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
