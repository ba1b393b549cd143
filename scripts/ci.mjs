// Called by .ci/run. Starts what does not listen, runs every suite, and ends with one line that sums them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { ensureInstalled } from './ensure-install.mjs';

const RESULTS = ['test', 'package-databases', 'browser'].map((name) => `.tmp/results/${name}.json`);
RESULTS.forEach((file) => rmSync(file, { force: true }));

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

/** Names of the steps that failed: repeated at the end, where a reader of a long log looks first. */
const failed = [];
const step = (name, command, args, env) => {
  if (run(command, args, env) !== 0) failed.push(name);
};

ensureInstalled(); // A fresh clone has no compiler and no linter yet.
step('types', 'npm', ['run', 'types']);
step('lint', 'npm', ['run', 'lint']);
step('test', 'npm', ['test']);
step('verify', 'npm', ['run', 'verify']);

await startServers();
installChromium();
// Each in a place of its own, and each mostly waiting: for a registry, for servers.
suites(['package', 'databases'], '--maxWorkers=2');
// One panel and one browser at a time: what is slow there fails.
suites(['browser'], '--runInBand');

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of RESULTS) {
  if (!existsSync(file)) {
    sum.failed += 1; // A suite that left no result did not run: that is a failure, not a zero.
    continue;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += result.numPassedTests;
  sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  sum.skipped += result.numPendingTests + result.numTodoTests;
}
sum.failed = Math.max(sum.failed, failed.length); // A failed step without a failed test, of types or lint, counts as one.
if (failed.length > 0) console.log(`Failed: ${failed.join('; ')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failed.length > 0 || sum.failed > 0 ? 1 : 0);

function suites(projects, workers) {
  const result = `--outputFile=.tmp/results/${projects.join('-')}.json`;
  step(
    projects.join(', '),
    'npx',
    ['jest', '--silent', workers, '--json', result, '--selectProjects', ...projects],
    {
      CONTEXTUAL_BUILT: '1',
      CONTEXTUAL_CI: '1',
    },
  );
}

async function startServers() {
  if (!(await listens(5432))) {
    run('sh', ['-c', 'pg_ctlcluster --skip-systemctl-redirect $(ls /etc/postgresql) main start']);
  }
  if (!(await listens(3306))) {
    run('sh', ['-c', 'start-stop-daemon --start --oknodo --background --exec /usr/sbin/mariadbd']);
  }
  for (let tries = 0; tries < 40 && !((await listens(5432)) && (await listens(3306))); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** The browser suite fails, rather than skips, without a browser. */
function installChromium() {
  if (existsSync('/usr/bin/chromium')) return;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
}
