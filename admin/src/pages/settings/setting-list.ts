import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../../src/protocol/settings';

/** Settings that the page shows; all of them are shares, shown in percent. */
export const SETTING_SECTIONS = [
  { id: 'interests', settings: ['interestMix', 'affinityThreshold', 'affinityLead'] },
  { id: 'holdout', settings: ['globalHoldout'] },
] as const satisfies readonly { id: string; settings: readonly (keyof Settings)[] }[];

export type SettingName = (typeof SETTING_SECTIONS)[number]['settings'][number];

/** Percent, by setting; `undefined` while a field is empty. */
export type SettingsForm = Readonly<Record<SettingName, number | undefined>>;

export const SETTING_NAMES: readonly SettingName[] = SETTING_SECTIONS.flatMap(({ settings }) => settings);

/** How much of the stored unit one percent is: shares are 0..1, the holdout 0..10,000. */
const PER_PERCENT: Readonly<Record<SettingName, number>> = {
  interestMix: 0.01,
  affinityThreshold: 0.01,
  affinityLead: 0.01,
  globalHoldout: 100,
};

/** Percent as people read it: 0.07 × 100 is 7, not 7.000000000000001. */
const toPercent = (name: SettingName, stored: number): number =>
  Math.round((stored / PER_PERCENT[name]) * 100) / 100;

const fromPercent = (name: SettingName, percent: number): number =>
  name === 'globalHoldout'
    ? Math.round(percent * PER_PERCENT[name])
    : Math.round(percent * PER_PERCENT[name] * 10_000) / 10_000;

const byName = <T>(value: (name: SettingName) => T): Readonly<Record<SettingName, T>> => ({
  interestMix: value('interestMix'),
  affinityThreshold: value('affinityThreshold'),
  affinityLead: value('affinityLead'),
  globalHoldout: value('globalHoldout'),
});

export const toSettingsForm = (settings: Settings): SettingsForm =>
  byName((name) => toPercent(name, settings[name]));

/** The defaults in percent. */
export const DEFAULT_PERCENT: Readonly<Record<SettingName, number>> = byName((name) =>
  toPercent(name, DEFAULT_SETTINGS[name]),
);

/** Only what was changed: others may change other settings at the same time. */
export const toSettingsChange = (changed: Partial<SettingsForm>): SettingsChange =>
  Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const percent = changed[name];
      return percent === undefined ? [] : [[name, fromPercent(name, percent)]];
    }),
  );

/** Settings whose percent cannot be saved. */
export const wrongSettings = (changed: Partial<SettingsForm>): SettingName[] =>
  SETTING_NAMES.filter((name) => {
    if (!(name in changed)) return false;
    const percent = changed[name];
    return percent === undefined || !(percent >= 0 && percent <= 100);
  });
