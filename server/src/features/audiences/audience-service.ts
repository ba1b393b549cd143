import { z } from '@strapi/utils';
import type { AttributeDeclaration } from '../../../../src/context/attributes';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Audience } from '../../../../src/model/audience';
import type { Rule } from '../../../../src/model/rule';
import type {
  AudienceChange,
  AudienceInput,
  AudienceRecord,
  AudienceUse,
  AudienceValidateResponse,
} from '../../../../src/protocol/audiences';
import { describeReason } from '../../../../src/rules/analysis/describe-reason';
import { isSatisfiable } from '../../../../src/rules/analysis/is-satisfiable';
import { describeRule } from '../../../../src/rules/describe';
import { validateRule } from '../../../../src/rules/validate';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  codeInput,
  compact,
  createRecordStore,
  descriptionInput,
  invalid,
  nameInput,
  parseInput,
  type RecordService,
  type Row,
  stampOf,
  requiredText,
  text,
  updatedAtInput,
  type UsedCodes,
} from '../records';
import { describeNames } from './describe-names';
import { audienceUses, describeUse } from './audience-uses';

/** What the service is made of. */
export interface AudienceServiceParts {
  readonly strapi: Strapi;
  readonly usedCodes: UsedCodes;
  /** The attributes that rules may read, the project's traits included. */
  readonly catalogue: readonly AttributeDeclaration[];
}

/** Named rules. */
export interface AudienceService extends RecordService<AudienceRecord> {
  create(input: AudienceInput | unknown): Promise<AudienceRecord>;
  update(code: string, change: AudienceChange | unknown): Promise<AudienceRecord>;
  /** Every audience as the engine knows it, in the order of creation. */
  all(): Promise<Audience[]>;
  /** Who would miss it. */
  uses(code: string): Promise<AudienceUse[]>;
  /** Issues of a rule, or its sentences, and why nobody can match it. */
  validate(rule: unknown): Promise<AudienceValidateResponse['data']>;
}

const INPUT = z.strictObject({
  code: codeInput.optional(),
  name: nameInput,
  description: descriptionInput.nullish(),
  rule: z.unknown(),
  internal: z.boolean().nullish(),
});
const CHANGE = INPUT.omit({ code: true }).partial().extend({ updatedAt: updatedAtInput });

/** Makes the service of audiences. */
export function createAudienceService(parts: AudienceServiceParts): AudienceService {
  const { strapi, usedCodes, catalogue } = parts;
  const store = createRecordStore(strapi, usedCodes, {
    uid: UID.audience,
    kind: 'audience',
    label: 'audience',
    fromRow,
  });
  const checkedRule = (rule: unknown): Rule => {
    const result = validateRule(rule, catalogue);
    if (result.ok) return result.value;
    throw invalid(
      'audience',
      result.error.map((found) => ({ ...found, path: ['rule', ...found.path] })),
    );
  };

  return {
    find: (query = {}) => store.page(query),
    findOne: (code) => store.require(code),
    async create(input) {
      const { code, rule, ...rest } = parseInput(INPUT, input, 'audience');
      return store.insert({ ...rest, rule: checkedRule(rule) }, code, rest.name);
    },
    async update(code, change) {
      const { updatedAt, rule, ...rest } = parseInput(CHANGE, change, 'audience');
      const data = rule === undefined ? rest : { ...rest, rule: checkedRule(rule) };
      return store.change(code, updatedAt, async () => data);
    },
    remove: (code) =>
      store.remove(code, async () => {
        const uses = await audienceUses(strapi, code);
        if (uses.length > 0) throw inUse(code, uses);
      }),
    async all() {
      return (await store.all()).map(({ code, name, rule, internal }) => ({ code, name, rule, internal }));
    },
    async uses(code) {
      await store.require(code);
      return audienceUses(strapi, code);
    },
    async validate(rule) {
      const result = validateRule(rule, catalogue);
      if (!result.ok) return { valid: false, issues: result.error };
      const options = { catalogue, ...(await describeNames(strapi)) };
      const inBoth = (say: (locale: 'en' | 'de') => string) => ({ en: say('en'), de: say('de') });
      const budget = { left: LIMITS.serverAnalysisSteps };
      const analysis = isSatisfiable(result.value, { catalogue, budget });
      // What nobody can tell is no reason to worry anybody.
      const why =
        analysis.answer === 'yes' || analysis.reason.code === 'undecided' ? undefined : analysis.reason;
      return {
        valid: true,
        issues: [],
        sentence: inBoth((locale) => describeRule(result.value, locale, options)),
        ...(why && { warning: inBoth((locale) => describeReason(why, locale, options)) }),
      };
    },
  };
}

const fromRow = (row: Row): AudienceRecord =>
  compact({
    ...stampOf(row),
    name: requiredText(row, 'name'),
    description: text(row, 'description'),
    rule: row.rule as Rule,
    internal: row.internal === true,
  });

/** How many uses a refusal names; the rest is a number. */
const NAMED_USES = 5;

function inUse(code: string, uses: readonly AudienceUse[]): Problem {
  const named = uses.slice(0, NAMED_USES).map(describeUse).join(', ');
  const more = uses.length > NAMED_USES ? ` and ${uses.length - NAMED_USES} more` : '';
  return new Problem({
    status: 409,
    code: 'audience-in-use',
    message: `Take the audience "${code}" out of ${named}${more} before you delete it.`,
  });
}
