// The two processes of the demo: Strapi with its content, and the storefront that reads it as a project's site would.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './demo-app.mjs';

/** How long a first start with its seed may take. */
const STRAPI_SECONDS = 240;
const STOREFRONT_SECONDS = 20;

/**
 * Starts Strapi in `folder` and waits until it answers; throws with what it printed when it does not.
 * @returns `{ url, access, exited, stop }`; `access` holds the demo's credentials.
 */
export async function startStrapi(folder, port, environment = {}) {
  console.log('Starting Strapi (the first start also writes the content) …');
  const secrets = mkdtempSync(path.join(os.tmpdir(), 'contextual-demo-'));
  const accessFile = path.join(secrets, 'access.json');
  const url = `http://127.0.0.1:${port}`;
  const running = startProcess({
    script: path.join(ROOT, 'scripts/demo-server.mjs'),
    folder,
    log: path.join(folder, '.tmp/demo.log'),
    environment: {
      NODE_ENV: 'production',
      ...process.env,
      STRAPI_TELEMETRY_DISABLED: 'true',
      CONTEXTUAL_DEMO: 'true',
      CONTEXTUAL_PLUGIN_DIR: ROOT,
      CONTEXTUAL_DEMO_ACCESS_FILE: accessFile,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
  });
  try {
    await untilUp(`${url}/_health`, running, STRAPI_SECONDS);
    return { url, ...running, access: JSON.parse(readFileSync(accessFile, 'utf8')) };
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

/** Starts the storefront of the playground for a running Strapi. @returns `{ url, exited, stop }` */
export async function startStorefront(strapi, port, folder) {
  const url = `http://127.0.0.1:${port}`;
  const running = startProcess({
    script: path.join(ROOT, 'playground/storefront/start.js'),
    folder,
    log: path.join(folder, '.tmp/storefront.log'),
    environment: {
      ...process.env,
      NODE_ENV: 'production',
      CONTEXTUAL_PLUGIN_DIR: ROOT,
      STRAPI_URL: strapi.url,
      STRAPI_API_TOKEN: storefrontToken(strapi),
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  try {
    await untilUp(`${url}/health`, running, STOREFRONT_SECONDS);
    return { url, ...running };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** `wanted`, or the next port that nobody listens on. */
export async function nextFreePort(wanted) {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port += 1)
    if (await canListen(port)) return port;
  throw new Error(`No free port from ${wanted} on. Set STOREFRONT_PORT to one that is free.`);
}

/** Any port that is free now. */
export const freePort = () => listenOn(0);

const canListen = (port) =>
  listenOn(port).then(
    () => true,
    () => false,
  );

function listenOn(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const { port: listened } = probe.address();
      probe.close(() => resolve(listened));
    });
  });
}

/** A database that an older version of the demo has filled has no token of the storefront's own yet. */
const storefrontToken = ({ access }) => access.storefrontToken ?? access.fullAccessToken;

function startProcess({ script, folder, log, environment }) {
  const child = spawn(process.execPath, [script], { cwd: folder, env: environment });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGTERM'));
  const printed = follow(child, log);
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return exited;
  };
  return { exited, stop, printed, isRunning: () => child.exitCode === null && child.signalCode === null };
}

/** Everything goes to the log file; people see warnings, errors and what the plugin itself says. */
function follow(child, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const log = createWriteStream(file);
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
      all += chunk;
      log.write(chunk);
      for (const line of chunk.split('\n')) if (isTelling(line)) console.log(`  ${line.trim()}`);
    });
  }
  return () => all;
}

const isTelling = (line) => /\b(warn|error)\b|contextual\]/i.test(line) && !/migrat/.test(line);

async function untilUp(health, { isRunning, printed }, seconds) {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline && isRunning()) {
    const answer = await fetch(health).catch(() => null);
    if (answer?.status === 204) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing came up at ${new URL(health).origin}:\n${printed()}`);
}
