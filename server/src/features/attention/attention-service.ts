import { LIMITS } from '../../../../src/foundation/limits';
import type { Engine } from '../../../../src/manifest/engine';
import {
  ATTENTION_CODES,
  type AttentionItem,
  type AttentionResponse,
} from '../../../../src/protocol/attention';
import type { Strapi } from '../../strapi';
import type { InTurns } from '../manifest';
import { linkedTypes, type SurvivalReport, type Variants } from '../variants';
import type { AffectedLog } from './affected-log';
import { contentItems } from './content-items';
import { entryItems, livingExperiences } from './entry-items';
import { createFindNeverShown } from './never-shown-items';
import { runningItems } from './running-items';
import { typeItems } from './type-items';

/** Says what needs somebody's attention. */
export interface AttentionService {
  /**
   * From the present state: the running experiences as this instance decides with them, and a few queries whose
   * number follows the content types, not the entries.
   */
  find(): Promise<AttentionResponse>;
}

/** What the service is made of. */
export interface AttentionParts {
  readonly strapi: Strapi;
  /** The engine after the last edit here. */
  readonly engine: () => Promise<Engine>;
  readonly variants: Pick<Variants, 'orphans' | 'survivalReport'>;
  readonly affected: Pick<AffectedLog, 'read'>;
  readonly inTurns: InTurns;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Makes the service. */
export const createAttentionService = ({
  strapi,
  engine: currentEngine,
  variants,
  affected,
  inTurns,
  now,
}: AttentionParts): AttentionService => {
  const findNeverShown = createFindNeverShown(inTurns);
  return {
    async find() {
      const engine = await currentEngine();
      const living = await livingExperiences(strapi);
      const items = [
        ...runningItems(engine),
        ...(await findNeverShown(engine.manifest)),
        ...(await entryItems(strapi, living, engine.manifest)),
        ...(await contentItems(strapi, engine.manifest)),
        ...typeItems(strapi, await linkedTypes(strapi), living),
        ...(await orphanItems(variants)),
        ...restoreItems(await variants.survivalReport(), now()),
      ];
      return {
        data: items.sort(byUrgency).slice(0, LIMITS.attentionItems),
        meta: { affected: await affected.read() },
      };
    },
  };
};

/** Errors first, then as the codes are listed; stable otherwise. */
const byUrgency = (a: AttentionItem, b: AttentionItem): number =>
  Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
  ATTENTION_CODES.indexOf(a.code) - ATTENTION_CODES.indexOf(b.code);

/** So many that the rest of the list is still seen. */
const ORPHANS = 50;

const orphanItems = async ({ orphans }: AttentionParts['variants']): Promise<AttentionItem[]> =>
  (await orphans(ORPHANS)).map(({ variantContentType, variantDocumentId }) => ({
    code: 'content-orphaned',
    severity: 'warning',
    content: { contentType: variantContentType, documentId: variantDocumentId },
  }));

/** Nobody can undo what was lost, so after a month it is only history. */
const REPORTED_FOR = 30 * 86_400_000;

const restoreItems = (report: SurvivalReport | undefined, now: number): AttentionItem[] =>
  report === undefined || now - Date.parse(report.at) > REPORTED_FOR
    ? []
    : report.skipped.map(({ reason, what, count }) => ({
        code: 'not-restored',
        severity: 'warning',
        count,
        detail: `${reason}: ${what}`,
      }));
