import type { AttributeDeclaration } from '../../../../src/context/attributes';
import { variantWarnings, type VariantWarning } from '../../../../src/decision/variant-warnings';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Experience } from '../../../../src/model/experience';
import type { InterestGroup } from '../../../../src/model/interest-profile';
import type { Rule } from '../../../../src/model/rule';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import type { InTurns } from '../manifest';
import { requiredText, type Row } from '../records';

/** What warnings are found with. */
export interface WarningParts {
  readonly strapi: Strapi;
  /** The attributes that rules may read, the project's traits included. */
  readonly catalogue: readonly AttributeDeclaration[];
  /** The setting of this name, 0..1. */
  readonly affinityLead: () => number;
  readonly inTurns: InTurns;
}

/** Variants of an experience that nobody would ever be shown; nothing of it keeps the experience from running. */
export async function findWarnings(
  { strapi, catalogue, affinityLead, inTurns }: WarningParts,
  experience: Experience,
): Promise<VariantWarning[]> {
  const rows = async (uid: string) => (await strapi.db.query(uid).findMany({})) as Row[];
  const audiences = (await rows(UID.audience)).map((row) => ({ ...recordOf(row), rule: row.rule as Rule }));
  const tags = await rows(UID.interestTag);
  const experiences = (await rows(UID.experience)).map(recordOf);
  const nameOf = (records: readonly { code: string; name: string }[], wanted: string) =>
    records.find(({ code }) => code === wanted)?.name;
  const options = {
    catalogue,
    tagGroups: new Map(
      tags.map((row) => [requiredText(row, 'code'), requiredText(row, 'group') as InterestGroup]),
    ),
    affinityLead: affinityLead(),
    budget: { left: LIMITS.attentionAnalysisSteps },
    stepsEach: LIMITS.serverAnalysisSteps,
  };
  const codeName = (pattern: string, code: string) =>
    nameOf(pattern.startsWith('history.seen.') ? experiences : tags.map(recordOf), code);
  return inTurns(variantWarnings(experience, audiences, options, { codeName }));
}

const recordOf = (row: Row) => ({ code: requiredText(row, 'code'), name: requiredText(row, 'name') });
