// The story of the demo, over HTTP only; every sentence of it is checked. Called by demo.mjs, or by hand against a
// running demo: node scripts/demo-story.mjs <url> <file with the access that the app handed out> [<url of the storefront>]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tellConsent } from './demo-story-consent.mjs';
import { tellContent } from './demo-story-content.mjs';
import { meetPeople } from './demo-story-people.mjs';
import { createStatements } from './demo-story-print.mjs';
import { tellResults } from './demo-story-results.mjs';
import { openSite } from './demo-story-site.mjs';
import { tellStorefront } from './demo-story-storefront.mjs';
import { tellFrontPage, tellWays } from './demo-story-front-page.mjs';

const SCRIPT = fileURLToPath(import.meta.url);
const CORE = path.resolve(path.dirname(SCRIPT), '../dist/core/index.mjs');

/** Tells it; answers whether everything was as told. */
export async function tellStory({ url, access, storefront }) {
  const { learn } = await import(pathToFileURL(CORE).href);
  const site = await openSite({ url, access });
  const people = await meetPeople(site, learn, Date.now());
  const statements = createStatements();
  await tellFrontPage(site, people, statements);
  await tellWays(site, people, statements);
  await tellContent(site, people, statements);
  await tellConsent(site, people, statements);
  await tellResults(site, people, statements);
  if (storefront) await tellStorefront(site, storefront, statements);
  return statements.end();
}

if (process.argv[1] && path.resolve(process.argv[1]) === SCRIPT) {
  const [url, accessFile, storefront] = process.argv.slice(2);
  if (!url || !accessFile) {
    console.error('Usage: node scripts/demo-story.mjs <url> <access file> [<storefront url>]');
    process.exit(2);
  }
  const access = JSON.parse(readFileSync(accessFile, 'utf8'));
  process.exit((await tellStory({ url, access, storefront })) ? 0 : 1);
}
