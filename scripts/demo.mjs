// `npm run demo`: the playground with its content, on SQLite. `npm run demo -- --check`: the story over HTTP, then the end.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './ensure-install.mjs';
import { ensurePanelBuilt, ensurePluginBuilt, PLAYGROUND, ROOT, temporaryApp } from './demo-app.mjs';

/** How long a first start with its seed may take. */
const START_SECONDS = 180;

async function demo() {
  ensurePanelBuilt();
  const server = await start(PLAYGROUND, Number(process.env.PORT || 1337));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
  server.exited.then(() => process.exit());
  console.log(whereToLook(server));
  console.log(`ready ${server.url}`);
}

async function check() {
  const app = temporaryApp();
  let passed = false;
  try {
    const server = await start(app.folder, Number(process.env.PORT) || (await freePort()), {
      DEMO_ADMIN_PANEL: 'false',
      DATABASE_FILENAME: path.join(app.folder, '.tmp/data.db'),
    });
    try {
      console.log(`ready ${server.url}`);
      const { tellStory } = await import('./demo-story.mjs');
      passed = await tellStory(server);
    } finally {
      await server.stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  } finally {
    app.remove();
  }
  process.exit(passed ? 0 : 1);
}

/** Starts Strapi and waits until it answers; throws with what it printed when it does not. */
async function start(folder, port, environment = {}) {
  console.log('Starting Strapi (the first start also writes the content) …');
  const secrets = mkdtempSync(path.join(os.tmpdir(), 'contextual-demo-'));
  const accessFile = path.join(secrets, 'access.json');
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/demo-server.mjs')], {
    cwd: folder,
    env: {
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
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGTERM'));
  const printed = follow(child, path.join(folder, '.tmp/demo.log'));
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilUp(url, child, printed);
    return { url, exited, stop, access: JSON.parse(readFileSync(accessFile, 'utf8')) };
  } catch (error) {
    if (child.exitCode === null) await stop();
    throw error;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
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

async function untilUp(url, child, printed) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/_health`).catch(() => null);
    if (answer?.status === 204) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Strapi did not come up at ${url}:\n${printed()}`);
}

function whereToLook({ url, access }) {
  const context = (extra) =>
    JSON.stringify({
      context: { ...extra },
      entries: [{ contentType: 'api::home.home', locale: 'en' }],
      include: 'entry',
    });
  const post = (body, headers = '') =>
    `curl -s ${url}/api/contextual/decide -H 'content-type: application/json'${headers} -d '${body}'`;
  const interests = {
    visit: { 'television-repair': 2, television: 1.2 },
    lasting: {},
    at: new Date().toISOString(),
  };
  return `
Panel      ${url}/admin
           ${access.admin.email} / ${access.admin.password}  (also editor@example.com and author@example.com)
Content    ${url}/api/articles?locale=de&populate=cover

A stranger, somebody from the autumn letter, somebody who mends a television (one in ten is held out and sees the default):
  ${post(context({}))}
  ${post(context({ campaign: { name: 'autumn' } }))}
  ${post(context({ interests }))}

Any variant by its URL, as a cache would ask for it:
  curl -s '${url}/api/home?variant=front-page.hiking&populate=hero'

Why was it chosen? With the demo's API token (full access):
  ${post(JSON.stringify({ ...JSON.parse(context({ interests })), explain: true }), ` -H 'authorization: Bearer ${access.fullAccessToken}'`)}
`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

ensureInstalled();
ensurePluginBuilt();
if (process.argv.includes('--check')) await check();
else await demo();
