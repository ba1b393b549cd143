import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ADMIN, createTestApp, type TestApp } from './boot';
import { startChildStrapi, type ChildOptions, type ChildStrapi } from './child-strapi';
import { pluginUnderTest, REPOSITORY } from './plugin-under-test';

/** A copy of the playground that runs in a process of its own and serves the built panel. */
export interface PanelApp {
  readonly app: TestApp;
  readonly strapi: ChildStrapi;
  /** Stops the server and removes the copy. */
  stop(): Promise<void>;
}

export interface PanelAppOptions extends ChildOptions {
  /** false: without the content of the demo; the administrator is there all the same. */
  readonly seeded?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a copy of the playground with the panel of this moment; the panel is built once for the same sources. */
export async function startPanelApp(options: PanelAppOptions = {}): Promise<PanelApp> {
  const plugin = pluginWithPanel();
  const app = javaScriptApp();
  cpSync(builtPanel(plugin), path.join(app.folder, 'build'), { recursive: true });
  // `strapi start` insists on an output folder, unless there is no tsconfig.
  if (options.command !== 'develop') rmSync(path.join(app.folder, 'tsconfig.json'));
  const strapi = await startChildStrapi(
    app.folder,
    {
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATABASE_FILENAME: path.join(app.folder, '.tmp/data.db'),
      CONTEXTUAL_PLUGIN_DIR: plugin,
      CONTEXTUAL_ENABLED: 'true',
      CONTEXTUAL_DEMO: String(options.seeded ?? true),
      ...options.env,
    },
    { command: options.command },
  );
  if (options.seeded === false) await registerAdministrator(strapi.url);
  return {
    app,
    strapi,
    async stop() {
      await strapi.stop();
      app.remove();
    },
  };
}

async function registerAdministrator(url: string): Promise<void> {
  const response = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  if (!response.ok) throw new Error(`no administrator: ${await response.text()}`);
}

/**
 * Build and develop look for a tsconfig upwards, and would compile the plugin. This one says that there is
 * nothing to compile. It names no output folder: `strapi develop` empties that folder at every start.
 */
function javaScriptApp(): TestApp {
  const app = createTestApp();
  const nothing = { compilerOptions: { types: [], skipLibCheck: true }, files: ['src/javascript-app.d.ts'] };
  writeFileSync(path.join(app.folder, 'tsconfig.json'), JSON.stringify(nothing));
  return app;
}

/** The plugin under test with its panel half: built, or bundled from the sources of this moment. */
function pluginWithPanel(): string {
  const folder = pluginUnderTest();
  if (folder === REPOSITORY) return folder;
  const outdir = path.join(folder, 'dist/admin');
  rmSync(outdir, { recursive: true, force: true }); // Chunks carry a hash; old ones would change the panel's.
  buildSync({
    entryPoints: [path.join(REPOSITORY, 'admin/src/index.ts')],
    outdir,
    entryNames: 'index',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    packages: 'external',
    jsx: 'automatic',
    loader: { '.json': 'json' },
    logLevel: 'error',
  });
  return folder;
}

/** Folder of Strapi's panel with the plugin in it. Vite takes most of a minute, so equal sources share one. */
function builtPanel(plugin: string): string {
  const panel = path.join(REPOSITORY, '.tmp/panels', fingerprint(plugin));
  if (existsSync(path.join(panel, 'index.html'))) return panel;
  const app = javaScriptApp();
  try {
    execFileSync('npx', ['strapi', 'build'], {
      cwd: app.folder,
      stdio: 'pipe',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        CONTEXTUAL_PLUGIN_DIR: plugin,
        CONTEXTUAL_ENABLED: 'true',
      },
    });
    mkdirSync(path.dirname(panel), { recursive: true });
    rmSync(panel, { recursive: true, force: true });
    renameSync(path.join(app.folder, 'build'), panel);
  } finally {
    app.remove();
  }
  return panel;
}

/** Of all that goes into the panel: the plugin's half, the playground's, and the versions of everything else. */
function fingerprint(plugin: string): string {
  const hash = createHash('sha256');
  const parts = [
    path.join(plugin, 'dist/admin'),
    path.join(REPOSITORY, 'playground/src/admin'),
    path.join(REPOSITORY, 'playground/config'),
    path.join(REPOSITORY, 'package-lock.json'),
  ];
  for (const file of parts.flatMap(filesBelow)) hash.update(path.basename(file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(target: string): string[] {
  if (!existsSync(target)) return [];
  if (statSync(target).isFile()) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
