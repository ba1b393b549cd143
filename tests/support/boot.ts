import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/types';
import supertest from 'supertest';
import { pluginUnderTest, REPOSITORY } from './plugin-under-test';

/** A copy of the playground in a folder of its own, with a database of its own. */
export interface TestApp {
  readonly folder: string;
  /** Boots it; one Strapi per process at a time. */
  boot(options?: BootOptions): Promise<RunningApp>;
  /** Changes a JSON file of the copy, for example a schema, between two boots. */
  edit(file: string, change: (json: Record<string, any>) => void): void;
  remove(): void;
}

export interface BootOptions {
  /** false: this start happens without the plugin. */
  readonly withPlugin?: boolean;
}

export interface RunningApp {
  readonly strapi: Core.Strapi;
  /** Supertest agent against the mounted server. */
  readonly http: ReturnType<typeof supertest>;
  /** Bearer token of the first super admin (registered at the first call). */
  adminToken(): Promise<string>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  /** Environment of the app, for example DATABASE_CLIENT. */
  readonly env?: Readonly<Record<string, string>>;
  /** SQLite file to start from. */
  readonly database?: string;
}

export const ADMIN = {
  email: 'admin@example.com',
  password: 'Contextual-demo-1',
  firstname: 'Ada',
  lastname: 'Admin',
};

let counter = 0;

/** Copies the playground; call `remove` in `afterAll`. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const folder = path.join(REPOSITORY, '.tmp/apps', `${process.pid}-${++counter}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, '.tmp'), { recursive: true });
  for (const part of ['config', 'src', 'public', 'package.json', 'favicon.png', 'database']) {
    cpSync(path.join(REPOSITORY, 'playground', part), path.join(folder, part), { recursive: true });
  }
  mkdirSync(path.join(folder, 'public/uploads'), { recursive: true });
  const databaseFile = path.join(folder, '.tmp/data.db');
  if (options.database) cpSync(options.database, databaseFile);
  const environment: Record<string, string> = {
    NODE_ENV: 'test',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_FILENAME: databaseFile,
    ...options.env,
  };
  return {
    folder,
    boot: (bootOptions) => boot(folder, environment, bootOptions),
    edit(file, change) {
      const target = path.join(folder, file);
      const json = JSON.parse(require('node:fs').readFileSync(target, 'utf8'));
      change(json);
      writeFileSync(target, JSON.stringify(json, null, 2));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function boot(
  folder: string,
  environment: Record<string, string>,
  options: BootOptions = {},
): Promise<RunningApp> {
  Object.assign(process.env, environment, {
    CONTEXTUAL_PLUGIN_DIR: pluginUnderTest(),
    CONTEXTUAL_ENABLED: String(options.withPlugin ?? true),
  });
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const distDir = ownModules(folder);
  const strapi = await createStrapi({ appDir: folder, distDir, serveAdminPanel: false }).load();
  // Strapi counts logins per process, and one process of tests boots many databases.
  strapi.config.set('admin.rateLimit', { enabled: false });
  strapi.server.mount();
  const http = supertest(strapi.server.httpServer);
  let token: Promise<string> | undefined;
  return {
    strapi,
    http,
    adminToken: () => (token ??= loginAdmin(http)),
    stop: () => strapi.destroy(),
  };
}

/**
 * The application as this boot loads it. Node keeps modules, and Strapi writes into the routes that it loaded:
 * a second boot in the process needs files of its own, as a new process would load them.
 */
function ownModules(folder: string): string {
  const distDir = path.join(folder, '.tmp', `boot-${++counter}`);
  for (const part of ['config', 'src', 'package.json']) {
    cpSync(path.join(folder, part), path.join(distDir, part), { recursive: true });
  }
  return distDir;
}

async function loginAdmin(http: ReturnType<typeof supertest>): Promise<string> {
  const { email, password } = ADMIN;
  await http.post('/admin/register-admin').send(ADMIN);
  const login = await http.post('/admin/login').send({ email, password });
  if (!login.body?.data?.token) throw new Error(`admin login failed: ${JSON.stringify(login.body)}`);
  return login.body.data.token as string;
}
