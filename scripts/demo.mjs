// `npm run demo`: the playground with its content on SQLite, and its storefront beside it.
// `npm run demo -- --check`: the story over HTTP, then the end.
import path from 'node:path';
import { ensureInstalled } from './ensure-install.mjs';
import { ensurePanelBuilt, ensurePluginBuilt, PLAYGROUND, temporaryApp } from './demo-app.mjs';
import { freePort, nextFreePort, startStorefront, startStrapi } from './demo-start.mjs';
import { whereToLook } from './demo-where.mjs';

/** Simulated visits that the first start puts into the results, so that there is something to look at; 0 for none. */
const VISITORS = process.env.CONTEXTUAL_DEMO_VISITORS ?? '900';

async function demo() {
  ensurePanelBuilt();
  const port = Number(process.env.PORT || 1337);
  const strapi = await startStrapi(PLAYGROUND, port, { CONTEXTUAL_DEMO_VISITORS: VISITORS });
  const processes = [strapi];
  // Both go together: the storefront first, so that it can still send what was seen.
  let stopping;
  const stop = () => (stopping ??= stopAll(processes));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  const wanted = Number(process.env.STOREFRONT_PORT || port + 1);
  const storefront = await startStorefront(strapi, await nextFreePort(wanted), PLAYGROUND).catch(
    async (error) => {
      await stop();
      throw error;
    },
  );
  processes.unshift(storefront);
  Promise.race([strapi.exited, storefront.exited]).then(async () => {
    await stop();
    process.exit();
  });
  console.log(whereToLook(strapi, storefront));
  console.log(`ready ${strapi.url}`);
}

async function check() {
  const app = temporaryApp();
  let passed = false;
  const processes = [];
  try {
    const strapi = await startStrapi(app.folder, Number(process.env.PORT) || (await freePort()), {
      DEMO_ADMIN_PANEL: 'false',
      // The story counts exactly what it sends itself.
      CONTEXTUAL_DEMO_VISITORS: '0',
      DATABASE_FILENAME: path.join(app.folder, '.tmp/data.db'),
    });
    processes.unshift(strapi);
    const wanted = Number(process.env.STOREFRONT_PORT);
    const storefront = await startStorefront(
      strapi,
      wanted ? await nextFreePort(wanted) : await freePort(),
      app.folder,
    );
    processes.unshift(storefront);
    console.log(`Storefront ${storefront.url}`);
    console.log(`ready ${strapi.url}`);
    const { tellStory } = await import('./demo-story.mjs');
    passed = await tellStory({ ...strapi, storefront: storefront.url });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  } finally {
    await stopAll(processes);
    app.remove();
  }
  process.exit(passed ? 0 : 1);
}

async function stopAll(processes) {
  for (const { stop } of processes) await stop();
}

ensureInstalled();
ensurePluginBuilt();
try {
  if (process.argv.includes('--check')) await check();
  else await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
