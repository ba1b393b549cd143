import type { DecisionSettings } from '../manifest/manifest';

/** Everything that an administrator sets in the panel. */
export interface Settings extends DecisionSettings {
  /** Keep a bounded sample of decided contexts, without visitor ids, for audience reach and replay. */
  readonly sampleContexts: boolean;
  /** Share of decisions whose context is sampled, 0..1. */
  readonly sampleRate: number;
}

/** What holds where nobody chose otherwise; the seed is the server's business. */
export const DEFAULT_SETTINGS: Omit<Settings, 'globalHoldoutSeed'> = {
  interestMix: 0.6,
  affinityThreshold: 0.2,
  affinityLead: 0.1,
  globalHoldout: 0,
  sampleContexts: false,
  sampleRate: 0.01,
};

/** GET /contextual/settings */
export interface SettingsResponse {
  readonly data: Settings;
}

/** PUT /contextual/settings — absent ones stay as they are. */
export type SettingsChange = Partial<Settings>;
