import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChildStrapi, type ChildStrapi } from '../support/child-strapi';
import { REPOSITORY } from '../support/plugin-under-test';

jest.setTimeout(15 * 60_000);

describe('the packed package in a fresh Strapi app', () => {
  let folder: string;
  let strapi: ChildStrapi;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'contextual-package-'));
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: REPOSITORY,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    for (const part of ['config', 'src', 'public', 'database']) {
      cpSync(path.join(REPOSITORY, 'playground', part), path.join(folder, part), { recursive: true });
    }
    // No `resolve`: an installed plugin is found by its package.json, as at a user's.
    writeFileSync(
      path.join(folder, 'config/plugins.js'),
      'module.exports = { contextual: { enabled: true } };\n',
    );
    const app = JSON.parse(readFileSync(path.join(REPOSITORY, 'playground/package.json'), 'utf8'));
    const root = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));
    app.dependencies['strapi-plugin-contextual'] = `file:./${filename}`;
    app.devDependencies = { typescript: root.devDependencies.typescript, sharp: root.devDependencies.sharp };
    app.allowScripts = root.allowScripts;
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(app, null, 2));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
      cwd: folder,
      stdio: 'pipe',
    });
    strapi = await startChildStrapi(folder, {
      JWT_SECRET: 'a secret for one test run',
      SERVE_ADMIN: 'false',
      CONTEXTUAL_DEMO: 'true',
      CONTEXTUAL_PLUGIN_DIR: '',
    });
  });

  afterAll(async () => {
    await strapi?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('boots and decides over HTTP', async () => {
    const response = await fetch(`${strapi.url}/api/contextual/decide`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ context: {}, entries: [{ contentType: 'api::home.home' }] }),
    });
    const body = (await response.json()) as { data: unknown[]; meta: { unit: { kind: string } } };
    expect(response.status).toBe(200);
    expect(body.data).toHaveLength(1);
    expect(body.meta.unit.kind).toBe('page-visit');
  });

  it('brings one copy of what the host has already', () => {
    const listed = execFileSync('npm', ['ls', '@strapi/utils', '@strapi/strapi', '--all', '--parseable'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const copies = new Set(listed.split('\n').filter((line) => /@strapi[\\/]utils$/.test(line)));
    expect(copies.size).toBe(1);
  });

  it('offers ./core to require, to import, and to both ways of resolving types', () => {
    const expression =
      "typeof loadManifest(buildManifest({version:1,attributes:[],audiences:[],interestTags:[],goals:[],experiences:[],entries:[],settings:{interestMix:0.6,affinityThreshold:0.2,affinityLead:0.1,globalHoldout:0,globalHoldoutSeed:'s'}})).decide";
    const required = `const {buildManifest,loadManifest}=require('strapi-plugin-contextual/core');console.log(${expression})`;
    const imported = `import {buildManifest,loadManifest} from 'strapi-plugin-contextual/core';console.log(${expression})`;
    const node = (...args: string[]) => execFileSync('node', args, { cwd: folder, encoding: 'utf8' }).trim();
    expect(node('-e', required)).toBe('function');
    expect(node('--input-type=module', '-e', imported)).toBe('function');

    writeFileSync(
      path.join(folder, 'consumer.mts'),
      "import { loadManifest, type Manifest } from 'strapi-plugin-contextual/core';\nexport const codes = (manifest: Manifest): string[] => loadManifest(manifest).matchAudiences({}, 0);\n// @ts-expect-error a manifest is not a string: the types are real\nloadManifest('manifest');\n",
    );
    for (const resolution of [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }]) {
      const compilerOptions = { noEmit: true, strict: true, target: 'es2022', types: [], ...resolution };
      writeFileSync(
        path.join(folder, 'tsconfig.consumer.json'),
        JSON.stringify({ compilerOptions, files: ['consumer.mts'] }),
      );
      const compiled = spawnSync('npx', ['tsc', '-p', 'tsconfig.consumer.json'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(compiled.stdout).toBe('');
      expect(compiled.status).toBe(0);
    }
  });
});
