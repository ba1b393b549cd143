import type { Strapi } from '../../strapi';
import type { UsedCodes } from '../records';
import type { NoteAffected } from './affected';
import type { CheckPublish } from './check-publish';
import { type ContentService, createContentService } from './content-service';
import { type ContentOrigins, createContentOrigins } from './content-origins';
import { grantRightsOnce } from './grant-once';
import { guardTypeBuilder } from './guard-type-builder';
import { keepHonest } from './keep-honest';
import { orphanContents, type OrphanContent } from './orphans';
import { registerSiblingTypes } from './register-siblings';
import { followBaseViews, mirrorViews } from './sibling-views';
import {
  followAdministrators,
  noteReturnedTypes,
  persistTables,
  registerSurvivalModels,
  restoreReturned,
  type SurvivalReport,
  survivalStore,
} from './survival';
import { createVariantService, type VariantService, type VariantServiceParts } from './variant-service';

export type { NoteAffected } from './affected';
export type { CheckPublish } from './check-publish';
export type { ContentKey } from './content-links';
export type { ContentOrigins } from './content-origins';
export type { ContentService } from './content-service';
export { localeOrDefault } from './default-locale';
export { type ContentFilter, type LoadedContent, loadContents } from './load-contents';
export { type LinkedType, linkedTypes } from './orphans';
export { personalizedTypes } from './personalized-types';
export { type SiblingType, siblingByUid, siblingOf, siblingTypes } from './sibling-types';
export { showInVariants } from './shown-types';
export type { SurvivalReport } from './survival';
export { type VariantService } from './variant-service';

/** What the feature is made of. */
export interface VariantsParts {
  readonly strapi: Strapi;
  readonly usedCodes: UsedCodes;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** See {@link CheckPublish}. */
  readonly checkPublish: CheckPublish;
  /** See {@link NoteAffected}. */
  readonly note: NoteAffected;
  /** See {@link VariantServiceParts}. */
  readonly editVariants: VariantServiceParts['editVariants'];
}

/** Variants, their content, and its survival. */
export interface Variants {
  readonly variants: VariantService;
  readonly contents: ContentService;
  readonly origins: ContentOrigins;
  /** Sibling documents that belong to no variant. */
  orphans(limit?: number): Promise<OrphanContent[]>;
  /** What the last start brought back, and what it could not; undefined when nothing was ever lost. */
  survivalReport(): Promise<SurvivalReport | undefined>;
  /** To be called in `bootstrap`, before anything reads or grants. */
  start(): Promise<void>;
}

/** To be called in `register`: declares the sibling types and the table of media links, and guards the former. */
export function registerVariants(strapi: Strapi): void {
  registerSiblingTypes(strapi);
  registerSurvivalModels(strapi);
  noteReturnedTypes(strapi);
  guardTypeBuilder(strapi);
}

/** Wires the feature. */
export function createVariants(parts: VariantsParts): Variants {
  const { strapi, usedCodes, now, checkPublish, note, editVariants } = parts;
  return {
    variants: createVariantService({ strapi, usedCodes, editVariants }),
    contents: createContentService(strapi, checkPublish),
    origins: createContentOrigins(strapi, editVariants),
    orphans: (limit) => orphanContents(strapi, limit),
    survivalReport: () => survivalStore(strapi).report.get(),
    async start() {
      keepHonest({ strapi, note }, checkPublish);
      await persistTables(strapi);
      const report = await restoreReturned(strapi, new Date(now()).toISOString());
      if (report) tell(strapi, report);
      await mirrorViews(strapi);
      followBaseViews(strapi);
      await grantRightsOnce(strapi);
      followAdministrators(strapi);
    },
  };
}

function tell(strapi: Strapi, { restored, skipped }: SurvivalReport): void {
  const counts = Object.entries(restored).filter(([, count]) => count > 0);
  if (counts.length > 0) {
    const what = counts.map(([name, count]) => `${count} ${name}`).join(', ');
    strapi.log.info(`contextual: brought back after a start without it: ${what}.`);
  }
  for (const { reason, what, count } of skipped) {
    strapi.log.warn(`contextual: could not bring back ${count} of ${what} (${reason}).`);
  }
}
