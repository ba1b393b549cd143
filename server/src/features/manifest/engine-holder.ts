import type { Engine } from '../../../../src/manifest/engine';

/** Which counter of the version row moved: our records, or any content and files. */
export type VersionCounter = 'manifest' | 'content';

/** The current engine of this instance; the last known good one survives every failure. */
export interface EngineHolder {
  /** Never throws, never waits: before the first load an engine of an empty manifest. */
  current(): Engine;
  /** Reads the version, then the records, and swaps the engine in one assignment. Never rejects. */
  reload(): Promise<void>;
  /** Moves a counter inside the running transaction (its own when there is none) and reloads on commit. */
  bump(counter: VersionCounter): Promise<void>;
  /** Resolves once every reload that this instance's commits asked for is done; at once when there is none. */
  settled(): Promise<void>;
  /** Moves when this instance makes an edit of content or learns of one: finished entries may be stale. */
  contentVersion(): number;
  /** Reads the version row now and reloads if it moved; what the poll does. */
  poll(): Promise<void>;
  /** Polls every `pollIntervalMs` until `stop`. */
  start(): void;
  /** Ends the polling and waits for a look at the versions and a reload under way. */
  stop(): Promise<void>;
}
