import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestApp } from './boot';

/** A project's type `leaflet` and a plugin's, with the kinds of attributes that vary only when they say so. */
export function addTypesThatShareTheirName(app: TestApp): void {
  const variable = { pluginOptions: { contextual: { variable: true } } };
  const schema = (collectionName: string, pluralName: string) => ({
    kind: 'collectionType',
    collectionName,
    info: { singularName: 'leaflet', pluralName, displayName: 'Leaflet' },
    options: { draftAndPublish: false },
    pluginOptions: { contextual: { enabled: true } },
    attributes: {
      title: { type: 'string', required: true, default: 'Untitled' },
      sticky: { type: 'boolean', default: true, ...variable },
      size: { type: 'enumeration', enum: ['A4', 'A5'], default: 'A4', ...variable },
      pages: { type: 'integer', default: 4, ...variable },
    },
  });
  const target = path.join(app.folder, 'src/api/leaflet/content-types/leaflet');
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'schema.json'), JSON.stringify(schema('leaflets', 'leaflets')));
  addPlugin(
    app,
    'press',
    `module.exports = { contentTypes: { leaflet: { schema: ${JSON.stringify(schema('press_leaflets', 'press-leaflets'))} } } };`,
  );
}

function addPlugin({ folder }: TestApp, name: string, server: string): void {
  const plugin = path.join(folder, 'src/plugins', name);
  mkdirSync(plugin, { recursive: true });
  const manifest = { name: `fake-${name}`, strapi: { kind: 'plugin', name } };
  writeFileSync(path.join(plugin, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(plugin, 'strapi-server.js'), server);
  const config = path.join(folder, 'config/plugins.js');
  const entry = `${name}: { enabled: true, resolve: ${JSON.stringify(plugin)} },`;
  writeFileSync(config, readFileSync(config, 'utf8').replace('contextual: {', `${entry}\n  contextual: {`));
}

/** Stands for @strapi/plugin-graphql: remembers which types were hidden. */
export function installFakeGraphql(app: TestApp): void {
  addPlugin(
    app,
    'graphql',
    `globalThis.graphqlDisabled = [];
    const anything = new Proxy(function () {}, {
      get: (target, name) => (name === 'then' ? undefined : anything),
      apply: () => anything,
    });
    const shadowCRUD = (uid) => new Proxy({}, {
      get: (target, name) => name === 'disable' ? () => globalThis.graphqlDisabled.push(uid) : anything,
    });
    const services = { extension: () => ({ use() {}, shadowCRUD }) };
    for (const name of ['utils', 'constants', 'builders']) services[name] = () => anything;
    module.exports = { services };`,
  );
}
