import { randomBytes } from 'node:crypto';
import { z } from '@strapi/utils';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../../src/protocol/settings';
import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';
import { parseInput } from '../records';

/** What administrators set in the panel; read without waiting, so that the request path may ask. */
export interface SettingsService {
  /** As of the last load or change on this instance. */
  current(): Settings;
  /** Reads the store again; with every load of the manifest, so that other instances follow. */
  load(): Promise<Settings>;
  /** What the running transaction sees; `current` stays as it is, since the transaction may be undone. */
  stored(): Promise<Settings>;
  /**
   * Changes some of them and writes who did to the log.
   * @throws Problem 400 `settings-invalid`.
   */
  update(change: SettingsChange | unknown, by?: string): Promise<Settings>;
}

const SHARE = z.number().min(0).max(1);
const SHAPE = {
  interestMix: SHARE,
  affinityThreshold: SHARE,
  affinityLead: SHARE,
  globalHoldout: z.number().int().min(0).max(10_000),
  globalHoldoutSeed: z.string().min(1).max(64),
  sampleContexts: z.boolean(),
  sampleRate: SHARE,
};
const CHANGE = z.strictObject(SHAPE).partial();
/** What is in store may be older than this version: what does not fit is left to the default. */
const STORED = z.object(SHAPE).partial().catch({});

const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, globalHoldoutSeed: PLUGIN_ID };

/** What the settings are made of. */
export interface SettingsServiceParts {
  readonly strapi: Strapi;
  /** Runs the change in a transaction, together with what must follow it there. */
  readonly inTransaction: <T>(change: () => Promise<T>) => Promise<T>;
  /** Runs inside that transaction, to make every instance load again. */
  readonly onChange: () => Promise<void>;
}

/** Makes the settings. */
export function createSettingsService(parts: SettingsServiceParts): SettingsService {
  const { strapi, inTransaction, onChange } = parts;
  const store = () => strapi.store({ type: 'plugin', name: PLUGIN_ID });
  let cached = DEFAULTS;

  const read = async (): Promise<Settings> => ({
    ...DEFAULTS,
    ...STORED.parse((await store().get({ key: 'settings' })) ?? {}),
  });

  return {
    current: () => cached,
    load: async () => (cached = await read()),
    stored: read,
    async update(change, by = 'console') {
      const wanted = parseInput(CHANGE, change, 'settings');
      if (Object.keys(wanted).length === 0) return (cached = await read());
      const { before, after } = await inTransaction(async () => {
        const before = await read();
        // Nobody may guess who is held out: the seed is drawn when the holdout is first used.
        const isFirstUse =
          (wanted.globalHoldout ?? 0) > 0 && before.globalHoldoutSeed === DEFAULTS.globalHoldoutSeed;
        const seed = isFirstUse ? { globalHoldoutSeed: randomBytes(8).toString('hex') } : {};
        const after = { ...before, ...seed, ...wanted };
        await store().set({ key: 'settings', value: after });
        await onChange();
        return { before, after };
      });
      cached = after;
      strapi.log.info(`[contextual] settings changed by ${by}: ${differences(before, after)}`);
      return after;
    },
  };
}

/** `name: before → after`, without the seed, which is nobody's business. */
function differences(before: Settings, after: Settings): string {
  const old: Readonly<Record<string, unknown>> = { ...before };
  const changes = Object.entries(after)
    .filter(([name, value]) => name !== 'globalHoldoutSeed' && old[name] !== value)
    .map(([name, value]) => `${name}: ${String(old[name])} → ${String(value)}`);
  return changes.length > 0 ? changes.join(', ') : 'nothing';
}
