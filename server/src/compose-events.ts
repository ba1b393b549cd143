import { setTimeout as wait } from 'node:timers/promises';
import { calendarDay } from '../../src/events/calendar-day';
import type { PluginConfig } from './config/defaults';
import { createInTransaction } from './database/transaction';
import { type ReceiptService, unitHash } from './features/decisions';
import {
  createCountingFactsSource,
  createEventService,
  createQuarantine,
  createStoreEvents,
  type EventService,
} from './features/events';
import { createWeightsStore, type LoadExperiences } from './features/experiences';
import type { GoalService } from './features/goals';
import { createPrivacyService, type PrivacyService } from './features/privacy';
import { createReportService, type ReportService } from './features/reports';
import { createRollupStore } from './features/rollups';
import type { SettingsService } from './features/settings';
import type { Strapi } from './strapi';

/** What of the services counts. */
export interface CountingServices {
  readonly events: EventService;
  readonly reports: ReportService;
  readonly privacy: PrivacyService;
}

/** The half of the composition that counts, and what becomes of it. */
export function composeEvents(
  strapi: Strapi,
  config: PluginConfig,
  now: () => number,
  from: {
    readonly records: { readonly settings: SettingsService; readonly goals: GoalService };
    readonly loadExperiences: LoadExperiences;
    readonly receipts: ReceiptService;
  },
): CountingServices {
  const inTransaction = createInTransaction(strapi, wait, Math.random);
  const rollups = createRollupStore(strapi);
  const facts = createCountingFactsSource(strapi, from.records.settings.current, now, config.pollIntervalMs);
  return {
    events: createEventService({
      facts,
      judges: { receipts: from.receipts, unitHash },
      store: createStoreEvents(inTransaction, rollups, calendarDay(config.timeZone)),
      quarantine: createQuarantine(strapi),
      bots: rollups.bots,
      now,
      onError: (error) =>
        strapi.log.error(`contextual: events not stored: ${String((error as Error)?.stack ?? error)}`),
    }),
    reports: createReportService({
      rollups,
      experiences: () => from.loadExperiences(),
      goals: from.records.goals.all,
      weightsVersions: createWeightsStore(strapi).ofExperience,
      globalHoldout: () => from.records.settings.current().globalHoldout,
      now,
      dayOf: calendarDay(config.timeZone),
    }),
    privacy: createPrivacyService({
      strapi,
      inTransaction,
      now,
      rawEventDays: config.rawEventDays,
      longestWindowDays: async () => (await facts.current()).longestWindowDays,
    }),
  };
}
