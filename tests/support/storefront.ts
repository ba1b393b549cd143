import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from './child-strapi';
import { REPOSITORY } from './plugin-under-test';

/** A process with an address. */
export interface Served {
  readonly url: string;
  stop(): Promise<unknown>;
}

/** A headless browser says so, and the shop does not count robots. */
export const VISITOR_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** The storefront as the demo starts it: it knows Strapi's address and its own token. */
export const startStorefront = (strapiUrl: string, token: string): Promise<Served> =>
  serve('playground/storefront/start.js', '/health', REPOSITORY, {
    CONTEXTUAL_PLUGIN_DIR: REPOSITORY,
    STRAPI_URL: strapiUrl,
    STRAPI_API_TOKEN: token,
  });

/** Starts a script of the repository in `cwd` on a free port and waits until `health` answers 204. */
export async function serve(
  script: string,
  health: string,
  cwd: string,
  env: Record<string, string>,
): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [path.join(REPOSITORY, script)], {
    cwd,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const stop = () => (child.kill('SIGTERM'), exited);
  const deadline = Date.now() + 3 * 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url + health).catch(() => null);
    if (answer?.status === 204) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`${script} did not come up:\n${printed}`);
}
