import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { catalogueWith } from '../../src/context/attribute-catalogue';
import { buildManifest } from '../../src/manifest/build-manifest';
import { loadManifest } from '../../src/manifest/load-manifest';
import { composeEvents, type CountingServices } from './compose-events';
import type { PluginConfig } from './config/defaults';
import { PLUGIN_ID } from './constants';
import {
  type AffectedLog,
  type AttentionService,
  createAffectedLog,
  createAttentionService,
} from './features/attention';
import { type AudienceService, createAudienceService } from './features/audiences';
import {
  createEntryLookup,
  createIncludeEntry,
  createMayRead,
  createPreviewEngines,
  createPreviewTokenService,
  createReceiptService,
  type EntryLookup,
  type IncludeEntry,
  type MayRead,
  type PreviewEngines,
  type PreviewTokenService,
  type ReceiptService,
  tokenSecrets,
} from './features/decisions';
import {
  createSignsUrls,
  createVariantDocumentCache,
  layVariants,
  type VariantDocumentCache,
} from './features/delivery';
import {
  type CampaignService,
  createCampaignService,
  createEntryVariantService,
  createExperienceService,
  createLoadExperiences,
  type EntryVariantService,
  type ExperienceService,
} from './features/experiences';
import { createGoalService, type GoalService } from './features/goals';
import {
  createEntryTargetingService,
  createInterestTagService,
  type EntryTargetingService,
  type InterestTagService,
} from './features/interest-tags';
import {
  createCompileRecords,
  createEmptyRecords,
  createInTurns,
  type InTurns,
  createLeaseStore,
  createLiveEngineHolder,
  createManifestRecordsLoader,
  createVersionStore,
  declaredTraits,
  type EngineHolder,
  type LeaseStore,
  type VersionStore,
} from './features/manifest';
import { createCheckEntry, createUsedCodes } from './features/records';
import { createSettingsService, type SettingsService } from './features/settings';
import { createTransfer, type Transfer } from './features/transfer';
import { createVariants, type NoteAffected, type Variants, type VariantService } from './features/variants';
import { createWarnOnce } from './log/warn-once';
import type { Strapi } from './strapi';

/** Every service of the server half. Features get what they need as arguments and never look it up. */
export interface Services extends CountingServices {
  readonly config: PluginConfig;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly warnOnce: (message: string) => void;
  readonly records: Records;
  readonly versions: VersionStore;
  readonly leases: LeaseStore;
  readonly holder: EngineHolder;
  readonly transfer: Transfer;
  readonly receipts: ReceiptService;
  readonly previewTokens: PreviewTokenService;
  readonly previewEngines: PreviewEngines;
  readonly lookup: EntryLookup;
  readonly includeEntry: IncludeEntry;
  readonly mayRead: MayRead;
  /** Published variant content as last read. */
  readonly cache: VariantDocumentCache;
  /** What edits elsewhere in Strapi changed in our records. */
  readonly affected: AffectedLog;
  readonly attention: AttentionService;
}

/** What editors work with. */
export interface Records {
  readonly audiences: AudienceService;
  readonly interestTags: InterestTagService;
  readonly entryTargeting: EntryTargetingService;
  readonly goals: GoalService;
  readonly campaigns: CampaignService;
  readonly experiences: ExperienceService;
  readonly variants: VariantService;
  /** Experience, variant and content in one step. */
  readonly entryVariants: EntryVariantService;
  /** Variants together with their content and its survival. */
  readonly variantsFeature: Variants;
  readonly settings: SettingsService;
}

const composed = new WeakMap<Strapi, Services>();

/** The one place that wires the features of a running Strapi; made at the first call, in `register`. */
export function servicesOf(strapi: Strapi): Services {
  const existing = composed.get(strapi);
  if (existing) return existing;
  const services = compose(strapi);
  composed.set(strapi, services);
  return services;
}

function compose(strapi: Strapi): Services {
  const config = strapi.config.get(`plugin::${PLUGIN_ID}`) as PluginConfig;
  const now = () => Date.now();
  const warnOnce = createWarnOnce(strapi.log);
  const versions = createVersionStore(strapi);
  const affected = createAffectedLog(strapi, now);
  const inTurns = createInTurns(() => performance.now(), nextTurn);
  const { loadExperiences, ...records } = composeRecords(strapi, config, now, inTurns, affected.note, () =>
    holder.bump('manifest'),
  );
  const loadRecords = createManifestRecordsLoader(
    {
      audiences: records.audiences.all,
      interestTags: records.interestTags.all,
      goals: records.goals.all,
      experiences: () => loadExperiences(),
      entries: records.entryTargeting.all,
      settings: records.settings.load,
    },
    config.traits,
  );
  const holder = createLiveEngineHolder({
    versions,
    loadRecords,
    compile: createCompileRecords(warnOnce, inTurns),
    inTurns,
    empty: loadManifest(buildManifest(createEmptyRecords(config.traits, records.settings.current()))),
    pollIntervalMs: config.pollIntervalMs,
    log: strapi.log,
  });
  const secrets = tokenSecrets(strapi, config);
  const receipts = createReceiptService(secrets);
  const cache = createVariantDocumentCache(holder.contentVersion, createSignsUrls(strapi));
  const mayRead = createMayRead(strapi, config.includeEntriesOfGuardedRoutes);
  return {
    cache,
    config,
    now,
    warnOnce,
    records,
    versions,
    leases: createLeaseStore(strapi, randomUUID(), now),
    holder,
    transfer: createTransfer(strapi, async () => {
      await holder.bump('manifest');
      await holder.bump('content');
    }),
    receipts,
    previewTokens: createPreviewTokenService(secrets),
    previewEngines: createPreviewEngines({
      strapi,
      loadRecords,
      version: () => `${holder.current().manifest.version}/${holder.contentVersion()}`,
      manifestVersion: () => holder.current().manifest.version,
    }),
    lookup: createEntryLookup(strapi, holder.contentVersion),
    mayRead,
    includeEntry: createIncludeEntry({
      strapi,
      mayRead,
      lay: (entries, query) => layVariants({ strapi, cache }, entries, query),
      warnOnce,
    }),
    ...composeEvents(strapi, config, now, { records, loadExperiences, receipts }),
    affected,
    attention: createAttentionService({
      strapi,
      engine: async () => {
        await holder.settled();
        return holder.current();
      },
      variants: records.variantsFeature,
      affected,
      inTurns,
      now,
    }),
  };
}

/** @param changed moves the version of the manifest in the running transaction. */
function composeRecords(
  strapi: Strapi,
  config: PluginConfig,
  now: () => number,
  inTurns: InTurns,
  note: NoteAffected,
  changed: () => Promise<void>,
) {
  const usedCodes = createUsedCodes(strapi);
  const checkEntry = createCheckEntry(strapi);
  const catalogue = catalogueWith(declaredTraits(config.traits));
  const variantsFeature: Variants = createVariants({
    strapi,
    usedCodes,
    now,
    note,
    checkPublish: (...content) => experiences.checkPublish(...content),
    editVariants: (experience, edit) => experiences.editVariants(experience, edit),
  });
  const { variants, contents } = variantsFeature;
  const settings = createSettingsService({
    strapi,
    inTransaction: (change) => experiences.editGlobalHoldout(change),
    onChange: changed,
  });
  const loadExperiences = createLoadExperiences(strapi, variants.withContents);
  const experiences: ExperienceService = createExperienceService({
    strapi,
    usedCodes,
    checkEntry,
    loadExperiences,
    removeVariants: variants.removeAll,
    catalogue,
    affinityLead: () => settings.current().affinityLead,
    inTurns,
    globalHoldout: async () => (await settings.stored()).globalHoldout,
    timeZone: config.timeZone,
    now,
  });
  return {
    audiences: createAudienceService({ strapi, usedCodes, catalogue }),
    interestTags: createInterestTagService(strapi, usedCodes),
    entryTargeting: createEntryTargetingService(strapi, checkEntry),
    goals: createGoalService(strapi, usedCodes, config.rawEventDays),
    campaigns: createCampaignService(strapi, usedCodes, config.timeZone),
    experiences,
    loadExperiences,
    variants,
    entryVariants: createEntryVariantService({ strapi, checkEntry, experiences, variants, contents }),
    variantsFeature,
    settings,
  };
}
