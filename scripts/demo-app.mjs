// What the demo needs before it can start: a built plugin, a built panel, a folder to run in.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const PLAYGROUND = path.join(ROOT, 'playground');

const PLUGIN_SOURCES = ['src', 'server', 'admin', 'package.json'].map((part) => path.join(ROOT, part));
const PLUGIN_OUTPUTS = ['server/index.js', 'admin/index.mjs', 'core/index.js'].map((part) =>
  path.join(ROOT, 'dist', part),
);
const PANEL = path.join(PLAYGROUND, 'build/index.html');
const APP_PARTS = ['config', 'src', 'public', 'database', 'favicon.png', 'package.json'];

/** Builds the plugin where its output is missing or older than its sources. Exits when that fails. */
export function ensurePluginBuilt() {
  const oldest = Math.min(...PLUGIN_OUTPUTS.map(modified));
  if (oldest >= Math.max(...PLUGIN_SOURCES.map(newest))) return;
  run('Building the plugin …', 'npm', ['run', 'build'], ROOT);
}

/** Builds the admin panel of the playground where it is missing or older than what goes into it. */
export function ensurePanelBuilt() {
  // Not `dist`: every build of the plugin renews it, whatever half has changed.
  const sources = ['admin', 'src', 'package-lock.json', 'playground/src/admin', 'playground/config'];
  if (modified(PANEL) >= Math.max(...sources.map((part) => newest(path.join(ROOT, part))))) return;
  run('Building the admin panel (about a minute) …', 'npx', ['strapi', 'build'], PLAYGROUND);
}

/** A copy of the playground without database and uploads, below the root so that its modules resolve. */
export function temporaryApp() {
  const folder = path.join(ROOT, '.tmp/apps', `demo-check-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  for (const part of APP_PARTS) {
    cpSync(path.join(PLAYGROUND, part), path.join(folder, part), {
      recursive: true,
      filter: (source) => !source.startsWith(path.join(PLAYGROUND, 'public/uploads') + path.sep),
    });
  }
  for (const part of ['.tmp', 'public/uploads']) mkdirSync(path.join(folder, part), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function run(what, command, args, cwd) {
  console.log(what);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', CONTEXTUAL_PLUGIN_DIR: ROOT },
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}\n"${command} ${args.join(' ')}" failed.`);
  process.exit(1);
}

/** Epoch milliseconds of the last change of a file, 0 for what is not there. */
function modified(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** Epoch milliseconds of the last change below a folder. */
function newest(target) {
  if (!existsSync(target)) return 0;
  if (!statSync(target).isDirectory()) return modified(target);
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, modified(path.join(entry.parentPath ?? entry.path, entry.name))),
      0,
    );
}
