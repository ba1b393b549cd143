import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** A Strapi that listens and waits to be killed. */
export interface Victim {
  readonly url: string;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
}

const SCRIPT = path.join(__dirname, 'ingest-victim.mjs');
const START_MS = 120_000;

/** A process that has loaded Strapi's modules, which takes longest, and touches nothing before it is started. */
export interface WaitingVictim {
  start(): Promise<Victim>;
}

/** Makes ready a Strapi on the app in `folder`, with the environment of this process, which the first boot has set. */
export function prepareVictim(folder: string): WaitingVictim {
  // Said explicitly: under jest `process.env` is a copy that child processes do not see by themselves.
  const child = spawn(process.execPath, [SCRIPT, folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: process.env,
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  let printed = '';
  const start = () =>
    new Promise<Victim>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}:\n${printed}`));
      const timer = setTimeout(() => void kill().then(() => fail('no answer in time')), START_MS);
      listen(child, (chunk) => {
        printed += String(chunk);
        const port = /\nready (\d+)\n/.exec(printed)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve({ url: `http://127.0.0.1:${port}`, kill });
      });
      void gone.then(() => {
        clearTimeout(timer);
        fail('Strapi ended before it listened');
      });
      child.stdin?.write('start\n');
    });
  return { start };
}

function listen(child: ChildProcess, read: (chunk: Buffer) => void): void {
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
}
