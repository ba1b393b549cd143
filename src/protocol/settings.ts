import type { DecisionSettings } from '../manifest/manifest';

/** Everything that an administrator sets in the panel. */
export interface Settings extends DecisionSettings {
  /** Keep a bounded sample of decided contexts, without visitor ids, for audience reach and replay. */
  readonly sampleContexts: boolean;
  /** Share of decisions whose context is sampled, 0..1. */
  readonly sampleRate: number;
}

/** GET /contextual/settings */
export interface SettingsResponse {
  readonly data: Settings;
}

/** PUT /contextual/settings — absent ones stay as they are. */
export type SettingsChange = Partial<Settings>;
