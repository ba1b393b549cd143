import {
  createCompileRecords,
  createEmptyRecords,
  createInTurns,
  createLiveEngineHolder,
  type InTurns,
} from '../../server/src/features/manifest';
import { finish } from '../../src/foundation/steps';
import { buildManifest } from '../../src/manifest/build-manifest';
import { loadManifest } from '../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../src/manifest/manifest';

const SETTINGS = {
  interestMix: 0.6,
  affinityThreshold: 0.2,
  affinityLead: 0.1,
  globalHoldout: 0,
  globalHoldoutSeed: 'seed',
};
const EMPTY = createEmptyRecords({}, SETTINGS);
const compile = (records: ManifestRecords) => loadManifest(buildManifest(records));

/** A database that remembers who read what when, and can be told to fail or to wait. */
function world(inTurns: InTurns = async (steps) => finish(steps)) {
  const state = { manifest: 1, content: 1, names: ['one'], fails: false, log: [] as string[] };
  let gate: Promise<void> = Promise.resolve();
  const holder = createLiveEngineHolder({
    versions: {
      read: async () => {
        state.log.push('version');
        if (state.fails) throw new Error('no database');
        return { manifest: state.manifest, content: state.content };
      },
      ensure: async () => undefined,
      increment: async (counter, committed) => {
        state[counter] += 1;
        committed();
      },
    },
    loadRecords: async () => {
      state.log.push('records');
      const audiences = state.names.map((code) => ({ code, name: code, rule: {} }));
      await gate;
      return { ...EMPTY, audiences };
    },
    compile: createCompileRecords((message) => state.log.push(message), inTurns),
    inTurns,
    empty: compile(EMPTY),
    pollIntervalMs: 1_000,
    log: { warn: (message) => state.log.push(`warn ${message}`) },
  });
  const hold = () => {
    let open = () => undefined as void;
    gate = new Promise((resolve) => (open = resolve));
    return () => open();
  };
  const codes = () => holder.current().manifest.audiences.map(({ code }) => code);
  return { state, holder, codes, hold };
}

describe('the engine holder', () => {
  it('answers with an empty manifest before the first load', () => {
    const { holder } = world();
    expect(holder.current().manifest).toMatchObject({ version: 0, experiences: [] });
  });

  it('reads the version before the records', async () => {
    const { holder, state } = world();
    await holder.reload();
    expect(state.log).toEqual(['version', 'records']);
    expect(holder.current().manifest.version).toBe(1);
  });

  it('keeps the last good engine through failures, warns once, and recovers by polling', async () => {
    const { holder, state, codes } = world();
    await holder.reload();
    state.fails = true;
    state.names = ['two'];
    await holder.reload();
    await holder.poll();
    expect(codes()).toEqual(['one']);
    expect(state.log.filter((line) => line.startsWith('warn'))).toHaveLength(1);
    state.fails = false;
    await holder.poll();
    expect(codes()).toEqual(['two']);
  });

  it('never goes back to an older version', async () => {
    const { holder, state, codes } = world();
    state.manifest = 7;
    await holder.reload();
    state.manifest = 3;
    state.names = ['older'];
    await holder.reload();
    await holder.poll();
    expect(holder.current().manifest.version).toBe(7);
    expect(codes()).toEqual(['one']);
  });

  it('joins reloads that are asked for while one runs, and loses none', async () => {
    const { holder, state, codes, hold } = world();
    const open = hold();
    const running = holder.reload();
    await Promise.resolve();
    state.names = ['two'];
    for (let edit = 0; edit < 10; edit += 1) await holder.bump('manifest');
    open();
    await holder.settled();
    await running;
    expect(codes()).toEqual(['two']);
    expect(state.log.filter((line) => line === 'records')).toHaveLength(2);
    expect(holder.current().manifest.version).toBe(11);
  });

  it('does not load again when the poll finds nothing new', async () => {
    const { holder, state } = world();
    await holder.reload();
    await holder.poll();
    expect(state.log).toEqual(['version', 'records', 'version']);
  });

  it('moves its content version with edits here and, by polling, elsewhere', async () => {
    const { holder, state } = world();
    await holder.reload();
    const before = holder.contentVersion();
    await holder.bump('content');
    const after = holder.contentVersion();
    expect(after).toBeGreaterThan(before);
    state.content += 5;
    await holder.poll();
    expect(holder.contentVersion()).toBeGreaterThan(after);
    const seen = holder.contentVersion();
    await holder.poll();
    expect(holder.contentVersion()).toBe(seen);
  });

  it('polls until it is stopped', async () => {
    jest.useFakeTimers();
    try {
      const { holder, state } = world();
      holder.start();
      await jest.advanceTimersByTimeAsync(3_500);
      const polled = state.log.filter((line) => line === 'version').length;
      expect(polled).toBeGreaterThanOrEqual(3);
      await holder.stop();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(state.log.filter((line) => line === 'version')).toHaveLength(polled);
    } finally {
      jest.useRealTimers();
    }
  });

  it('learns of another instance’s edit of content, also when the poll had seen its own before it was told', async () => {
    const { holder, state } = world();
    await holder.reload();
    state.content += 1;
    await holder.poll();
    state.content -= 1;
    await holder.bump('content');
    const before = holder.contentVersion();
    state.content += 1;
    await holder.poll();
    expect(holder.contentVersion()).toBeGreaterThan(before);
  });

  it('ends only when a look at the versions under way has ended', async () => {
    jest.useFakeTimers();
    try {
      const { holder, state, hold } = world();
      await holder.reload();
      const open = hold();
      state.manifest += 1;
      holder.start();
      await jest.advanceTimersByTimeAsync(1_000);
      let stopped = false;
      const stopping = holder.stop().then(() => (stopped = true));
      await jest.advanceTimersByTimeAsync(0);
      expect(stopped).toBe(false);
      open();
      await stopping;
      expect(holder.current().manifest.version).toBe(state.manifest);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('an edit', () => {
  const audienceOf = (code: string, country = 'DE') => ({
    code,
    name: code,
    rule: { 'location.country': country },
  });
  const records = (version: number, countries: readonly string[]): ManifestRecords => ({
    ...EMPTY,
    version,
    audiences: countries.map((country, n) => audienceOf(`a${n + 100}`, country)),
  });
  const german = { location: { country: 'DE' } };

  it('takes over what the records, read anew, still say the same', async () => {
    const compileRecords = createCompileRecords(
      () => undefined,
      async (steps) => finish(steps),
    );
    const first = await compileRecords(records(1, ['DE', 'AT', 'CH']), compile(EMPTY));
    const second = await compileRecords(records(2, ['DE', 'DE', 'CH']), first);
    const kept = second.manifest.audiences.map((one, n) => one === first.manifest.audiences[n]);
    expect(kept).toEqual([true, false, true]);
    expect(second.manifest.attributes).toBe(first.manifest.attributes);
    expect(second.matchAudiences(german, 0)).toEqual(['a100', 'a101']);
    expect(first.matchAudiences(german, 0)).toEqual(['a100']);
  });

  it('is answered while the index of audiences is still being tidied, and the next one waits for that', async () => {
    const order: string[] = [];
    let finishTidying = () => undefined as void;
    const slowly: InTurns = async (steps) => {
      order.push('begin');
      if (order.length === SECOND_TIDYING) await new Promise<void>((resolve) => (finishTidying = resolve));
      const done = finish(steps);
      order.push('end');
      return done;
    };
    // Each load of more than a few audiences compares the records, and tidies where an edit left something.
    const SECOND_TIDYING = 5;
    const { holder, state, codes } = world(slowly);
    state.names = Array.from({ length: 40 }, (_, n) => `n${n + 10}`);
    await holder.reload();
    state.names = [...state.names, 'new'];
    await holder.reload();
    expect(codes()).toContain('new');
    expect(order).toEqual(['begin', 'end', 'begin', 'end', 'begin']);
    state.names = [...state.names, 'newer'];
    const next = holder.reload();
    await new Promise((resolve) => setImmediate(resolve));
    expect(codes()).not.toContain('newer');
    finishTidying();
    await next;
    expect(codes()).toContain('newer');
    await holder.stop();
  });

  it('goes on deciding where tidying fails, and says so', async () => {
    let calls = 0;
    const { holder, state, codes } = world(async (steps) => {
      calls += 1;
      if (calls > 2) throw new Error('no memory');
      return finish(steps);
    });
    state.names = Array.from({ length: 40 }, (_, n) => `n${n + 10}`);
    await holder.reload();
    state.names = [...state.names, 'new'];
    await holder.reload();
    await holder.stop();
    expect(codes()).toContain('new');
    expect(state.log.filter((line) => line.includes('no memory'))).toHaveLength(1);
  });
});

describe('steps in turns', () => {
  const counting = function* (until: number, tick: () => void) {
    for (let n = 0; n < until; n += 1) {
      tick();
      yield;
    }
    return 'done';
  };

  it('pause whenever their stretch is over, and end with what the steps end with', async () => {
    let time = 0;
    const pauses: number[] = [];
    const inTurns = createInTurns(
      () => time,
      async () => void pauses.push(time),
    );
    expect(await inTurns(counting(10, () => (time += 3)))).toBe('done');
    // Of three milliseconds each: two steps fill a stretch of five.
    expect(pauses).toEqual([6, 12, 18, 24, 30]);
  });

  it('let timers fire in between', async () => {
    let fired = false;
    let time = 0;
    const inTurns = createInTurns(
      () => (time += 1),
      () => new Promise((resolve) => setImmediate(resolve)),
    );
    setImmediate(() => (fired = true));
    const seen: boolean[] = [];
    await inTurns(counting(100, () => seen.push(fired)));
    expect(seen[0]).toBe(false);
    expect(seen.at(-1)).toBe(true);
  });
});
