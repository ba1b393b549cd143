'use strict';

const { createStorefront } = require('./server');

/*
 * The storefront as a process: STRAPI_URL, STRAPI_API_TOKEN, HOST and PORT in the environment.
 * By hand, beside a running demo: STRAPI_URL=http://127.0.0.1:1337 STRAPI_API_TOKEN=… PORT=1338 node playground/storefront/start.js
 */
const {
  STRAPI_URL = 'http://127.0.0.1:1337',
  STRAPI_API_TOKEN,
  HOST = '127.0.0.1',
  PORT = '1338',
} = process.env;

const { server, settled, warm } = createStorefront({
  strapiUrl: STRAPI_URL.replace(/\/$/, ''),
  token: STRAPI_API_TOKEN,
  log: (line) => console.warn(`[storefront] warn: ${line}`),
});

server.on('error', (error) => {
  console.error(`[storefront] error: ${error.message}`);
  process.exit(1);
});
server.listen(Number(PORT), HOST, () => console.log(`storefront http://${HOST}:${PORT}`));
warm().catch((error) => console.warn(`[storefront] warn: ${error.message}`));

/** Pages under way are finished and what was seen is sent; then the end. */
function stop() {
  server.close(() => settled().then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
