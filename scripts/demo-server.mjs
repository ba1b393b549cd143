// Strapi in a process of its own, with or without the admin panel: started by demo.mjs, in the folder of the app.
import { createRequire } from 'node:module';
import path from 'node:path';

const appDir = process.cwd();
const require = createRequire(path.join(appDir, 'package.json'));
const { createStrapi } = require('@strapi/strapi');

const strapi = createStrapi({
  appDir,
  distDir: appDir,
  serveAdminPanel: process.env.DEMO_ADMIN_PANEL !== 'false',
});
await strapi.start();

const stop = () => strapi.destroy().finally(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
