// Installs the dependencies where they are missing or older than the lock file. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** npm writes it at the end of every installation. */
const INSTALLED = path.join(ROOT, 'node_modules/.package-lock.json');
const LOCK = path.join(ROOT, 'package-lock.json');

/** Runs `npm ci`, or `npm install` where that fails, if there is anything to install. Exits when neither works. */
export function ensureInstalled() {
  if (modified(INSTALLED) >= modified(LOCK)) return;
  console.log('Installing dependencies (a few minutes the first time) …');
  if (npm('ci') !== 0 && npm('install') !== 0) {
    console.error('The dependencies could not be installed: see the messages above.');
    process.exit(1);
  }
  // An installation that changed nothing leaves the old date, and the next call would install again.
  const now = new Date();
  utimesSync(INSTALLED, now, now);
}

const npm = (command) =>
  spawnSync('npm', [command, '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status ?? 1;

/** Epoch milliseconds of the last change, 0 for what is not there. */
function modified(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
