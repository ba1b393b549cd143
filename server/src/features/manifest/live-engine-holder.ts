import { AsyncLocalStorage } from 'node:async_hooks';
import type { Engine } from '../../../../src/manifest/engine';
import type { ManifestRecords } from '../../../../src/manifest/manifest';
import type { EngineHolder, VersionCounter } from './engine-holder';
import type { InTurns } from './in-turns';
import type { VersionStore } from './version-store';

/** What a live holder is made of; everything that touches the world is an argument. */
export interface LiveEngineHolderParts {
  readonly versions: VersionStore;
  /** Reads every record, in few queries. */
  readonly loadRecords: () => Promise<Omit<ManifestRecords, 'version'>>;
  /** Makes the next engine; the previous one answers until it is there. */
  readonly compile: (records: ManifestRecords, previous: Engine) => Engine | Promise<Engine>;
  readonly inTurns: InTurns;
  /** Engine to answer with until the first load. */
  readonly empty: Engine;
  readonly pollIntervalMs: number;
  readonly log: { warn(message: string): void };
}

/**
 * Follows the records: an edit's commit on this instance schedules a reload at once, edits of other
 * instances are seen by the poll. Reloads are coalesced, versions never go backwards, and a failed
 * reload leaves the engine as it was; the next poll tries again.
 */
export function createLiveEngineHolder(parts: LiveEngineHolderParts): EngineHolder {
  const { versions, loadRecords, compile, inTurns, log } = parts;
  // A commit hook still runs inside the edit's async context, whose transaction is over: reload outside of it.
  const outside = AsyncLocalStorage.snapshot();
  let engine = parts.empty;
  let loadedVersion = -1;
  let contentVersion = 0;
  let contentRead = -1;
  let running: Promise<void> | undefined;
  let again = false;
  let failed = false;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> | undefined;
  let tidying: Promise<void> = Promise.resolve();

  /**
   * A number of this instance's own: were the row's taken over, an edit here that the poll had already seen would
   * be counted twice, and the next one of another instance not at all.
   */
  const noteContent = (read: number): void => {
    if (read === contentRead) return;
    contentRead = read;
    contentVersion += 1;
  };

  /**
   * What an edit put beside the index of audiences is worked into it, while the engine answers already: slower work
   * than the edit itself, in turns with requests.
   */
  const tidy = async (edited: Engine): Promise<void> => {
    try {
      const steps = edited.tidySteps();
      if (steps !== undefined) await inTurns(steps);
    } catch (error) {
      log.warn(`contextual: the index of audiences stays as it was. ${String(error)}`);
    }
  };

  const load = async (): Promise<void> => {
    try {
      const read = await versions.read();
      noteContent(read.content);
      const records = await loadRecords();
      if (read.manifest >= loadedVersion) {
        // One after the other: the next engine is made from this one, and takes over what was tidied.
        await tidying;
        engine = await compile({ ...records, version: read.manifest }, engine);
        loadedVersion = read.manifest;
        tidying = tidy(engine);
      }
      failed = false;
    } catch (error) {
      if (!failed)
        log.warn(`contextual: reloading failed, still deciding with what was last good. ${String(error)}`);
      failed = true;
    }
  };

  const drain = async (): Promise<void> => {
    do {
      again = false;
      await load();
    } while (again);
    // In the same step as the last look at `again`, so that no commit falls in between.
    running = undefined;
  };

  const reload = (): Promise<void> => {
    if (running) again = true;
    else running = outside(drain);
    return running;
  };

  const poll = async (): Promise<void> => {
    try {
      const read = await versions.read();
      noteContent(read.content);
      if (failed || read.manifest > loadedVersion) await reload();
    } catch (error) {
      if (!failed) log.warn(`contextual: the version row cannot be read. ${String(error)}`);
      failed = true;
    }
  };

  const committed: Readonly<Record<VersionCounter, () => void>> = {
    manifest: () => void reload(),
    content: () => (contentVersion += 1),
  };

  return {
    current: () => engine,
    reload,
    bump: (counter) => versions.increment(counter, committed[counter]),
    settled: async () => {
      while (running) await running;
    },
    contentVersion: () => contentVersion,
    poll,
    start: () => {
      if (timer) return;
      timer = setInterval(() => (polling = outside(poll)), parts.pollIntervalMs);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await polling;
      await running;
      await tidying;
    },
  };
}
