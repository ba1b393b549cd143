// `npm test`: installs and builds what is missing, then runs every suite that needs neither servers nor a browser.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureInstalled } from './ensure-install.mjs';

ensureInstalled();
mkdirSync('.tmp/results', { recursive: true });

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

// The suites boot Strapi with the built package, as a project would: a stale build would test yesterday's code.
const built = run('npx', ['strapi-plugin', 'build']);
if (built !== 0) process.exit(built);

// One Strapi a worker; jest's own default leaves a core idle, which on two cores doubles the time.
const workers = `--maxWorkers=${Math.min(4, availableParallelism())}`;

const jest = [
  'jest',
  workers,
  '--silent',
  '--selectProjects',
  'core',
  'strapi',
  '--json',
  '--outputFile=.tmp/results/test.json',
];
process.exit(run('npx', [...jest, ...process.argv.slice(2)], { CONTEXTUAL_BUILT: '1' }));
