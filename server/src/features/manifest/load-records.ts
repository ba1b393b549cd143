import { catalogueWith } from '../../../../src/context/attribute-catalogue';
import type { AttributeDeclaration } from '../../../../src/context/attributes';
import type { DecisionSettings, EntryTargeting, ManifestRecords } from '../../../../src/manifest/manifest';
import type { Audience } from '../../../../src/model/audience';
import type { Experience } from '../../../../src/model/experience';
import type { Goal } from '../../../../src/model/goal';
import type { InterestTag } from '../../../../src/model/interest-profile';
import type { PluginConfig } from '../../config/defaults';

/** Where the records come from: every feature reads its own. */
export interface RecordSources {
  audiences(): Promise<Audience[]>;
  interestTags(): Promise<InterestTag[]>;
  goals(): Promise<Goal[]>;
  /** With their variants and published contents. */
  experiences(): Promise<Experience[]>;
  entries(): Promise<EntryTargeting[]>;
  settings(): Promise<DecisionSettings>;
}

/** Reads everything that a manifest is made of; the version is read before it, by the caller. */
export const createManifestRecordsLoader =
  (sources: RecordSources, traits: PluginConfig['traits']) =>
  async (): Promise<Omit<ManifestRecords, 'version'>> => ({
    attributes: catalogueWith(declaredTraits(traits)),
    audiences: await sources.audiences(),
    interestTags: await sources.interestTags(),
    goals: await sources.goals(),
    experiences: await sources.experiences(),
    entries: await sources.entries(),
    settings: decisionSettings(await sources.settings()),
  });

/** Facts that only this project knows; they are kept about a visitor, so they need consent. */
export const declaredTraits = (traits: PluginConfig['traits']): AttributeDeclaration[] =>
  Object.entries(traits).map(([name, type]) => ({ path: `traits.${name}`, type, consent: 'stored' }));

/** What is known before the first load: nothing runs. */
export const createEmptyRecords = (
  traits: PluginConfig['traits'],
  settings: DecisionSettings,
): ManifestRecords => ({
  version: 0,
  attributes: catalogueWith(declaredTraits(traits)),
  audiences: [],
  interestTags: [],
  goals: [],
  experiences: [],
  entries: [],
  settings: decisionSettings(settings),
});

/** What decisions depend on; the rest of the settings is nobody's business at an edge. */
const decisionSettings = (settings: DecisionSettings): DecisionSettings => ({
  interestMix: settings.interestMix,
  affinityThreshold: settings.affinityThreshold,
  affinityLead: settings.affinityLead,
  globalHoldout: settings.globalHoldout,
  globalHoldoutSeed: settings.globalHoldoutSeed,
});
