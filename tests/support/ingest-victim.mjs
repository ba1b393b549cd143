// A real Strapi in a process that is there to be killed. Takes its app folder as argument, loads its modules, waits
// for a word on stdin before it touches the database, and tells its port on stdout.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');
const folder = process.argv[2];
await new Promise((resolve) => process.stdin.once('data', resolve));
const strapi = await createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false }).load();
strapi.server.mount();
strapi.server.httpServer.listen(0, '127.0.0.1', () => {
  process.stdout.write(`\nready ${strapi.server.httpServer.address().port}\n`);
});
