import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A Strapi in a process of its own: what a user starts, with Node's own module resolution. */
export interface ChildStrapi {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** `develop`: with the Content-Type Builder's saves and restarts, and the panel that was built before. */
  readonly command?: 'start' | 'develop';
}

/** Starts Strapi in `folder` on a free port and waits until it answers. Throws with its output otherwise. */
export async function startChildStrapi(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  { command = 'start' }: ChildOptions = {},
): Promise<ChildStrapi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn('npx', ['strapi', command, ...FLAGS[command]], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: command === 'develop' ? 'development' : 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      ...environment,
    },
    detached: true,
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const started = { url, process: child, output: () => printed, stop: () => stop(child) };
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await answers(url)) return started;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop(child);
  throw new Error(`Strapi did not come up in ${folder}:\n${printed}`);
}

const FLAGS = {
  start: [],
  develop: ['--no-watch-admin', '--no-build-admin', '--no-install-deps'],
} as const;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
}

/** npx starts a child of its own, so the whole process group is stopped. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, 'SIGTERM');
  return gone;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
