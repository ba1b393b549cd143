import { fork } from 'node:child_process';

/** A measurement that runs in a process of its own, so that nothing else has warmed, filled or spoilt it. */
export interface Task<Params, Result> {
  readonly name: string;
  /** Parameters and result cross the process border, so both are plain JSON. */
  readonly run: (params: Params) => Result | Promise<Result>;
}

/** Runs a task in a fresh process of this same program. Rejects if it throws or ends without a result. */
export const inFreshProcess = <Params, Result>(task: Task<Params, Result>, params: Params): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(process.argv[1]!, ['--task', task.name, JSON.stringify(params)], {
      execArgv: ['--expose-gc', '--max-old-space-size=4096'],
    });
    let result: { readonly value: Result } | undefined;
    child.on('message', (message) => {
      result = message as { readonly value: Result };
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (result !== undefined) resolve(result.value);
      else reject(new Error(`${task.name} ended with ${code} and no result`));
    });
  });

/** The other end: runs the task that the command line names and sends its result. False if it names none. */
export const runAsked = async (
  tasks: readonly Task<never, unknown>[],
  argv: readonly string[],
): Promise<boolean> => {
  const [flag, name, params = '{}'] = argv;
  if (flag !== '--task') return false;
  const task = tasks.find((candidate) => candidate.name === name);
  if (task === undefined) throw new Error(`There is no task ${name}`);
  const value = await task.run(JSON.parse(params) as never);
  await new Promise((sent) => process.send?.({ value }, sent));
  process.disconnect?.();
  return true;
};
