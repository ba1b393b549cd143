import type { VariantWarning } from '../../../../src/decision/variant-warnings';
import type { Issue } from '../../../../src/foundation/issue';
import type { WeightsVersion } from '../../../../src/model/weights-version';
import type {
  ExperienceChange,
  ExperienceInput,
  ExperienceRecord,
  ExperienceTransition,
} from '../../../../src/protocol/experiences';
import type { RecordListQuery } from '../../../../src/protocol/records';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  type CheckEntry,
  compact,
  createRecordStore,
  inTransaction,
  invalid,
  parseInput,
  type RecordService,
  type UsedCodes,
} from '../records';
import { type AllocationParts, createAllocation } from './allocation';
import { type CheckedExperience, checkReferences } from './check-references';
import {
  EXPERIENCE_CHANGE,
  EXPERIENCE_INPUT,
  type ExperienceFields,
  newExperience,
} from './experience-input';
import { countVariants } from './count-variants';
import { experienceOf, type StoredExperience } from './experience-record';
import { frozenFields } from './frozen-fields';
import { findWarnings, type WarningParts } from './find-warnings';
import { createEditGlobalHoldout, type EditGlobalHoldout } from './global-holdout';
import { createLifecycle } from './lifecycle';
import type { LoadExperiences } from './load-experiences';
import { createStartConditions, type StartConditions } from './start-conditions';
import { createWeightsStore } from './weights-store';

/** Query of the list of experiences. */
export interface ExperienceListFilter extends RecordListQuery {
  readonly status?: readonly ExperienceRecord['status'][];
  readonly campaign?: string;
  /** Only those that span this base entry. */
  readonly entry?: { readonly contentType: string; readonly documentId: string };
}

/** What the service is made of. */
export interface ExperienceServiceParts {
  readonly strapi: Strapi;
  readonly usedCodes: UsedCodes;
  readonly checkEntry: CheckEntry;
  readonly loadExperiences: LoadExperiences;
  /** Removes the variants of an experience with all their content. */
  readonly removeVariants: (experience: string) => Promise<void>;
  /** The attributes that rules may read, the project's traits included. */
  readonly catalogue: WarningParts['catalogue'];
  readonly affinityLead: WarningParts['affinityLead'];
  readonly inTurns: WarningParts['inTurns'];
  /** See {@link AllocationParts}. */
  readonly globalHoldout: AllocationParts['globalHoldout'];
  /** IANA; of new experiences that name none. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Units of decision. Their variants are a feature of their own. */
export interface ExperienceService extends RecordService<ExperienceRecord> {
  find(query?: ExperienceListFilter): Promise<{ records: ExperienceRecord[]; total: number }>;
  create(input: ExperienceInput | unknown): Promise<ExperienceRecord>;
  /** @throws Problem also 409 `experience-running`, `experience-ended` for what is frozen by then. */
  update(code: string, change: ExperienceChange | unknown): Promise<ExperienceRecord>;
  /** @throws Problem 404 `experience-not-found`, 409 `experience-status`, `experience-cannot-start`. */
  move(code: string, transition: ExperienceTransition): Promise<ExperienceRecord>;
  /** What stands in the way of a start. */
  checks(code: string): Promise<Issue[]>;
  /** Variants that nobody would ever be shown. @throws Problem 404 `experience-not-found`. */
  warnings(code: string): Promise<VariantWarning[]>;
  /** Stored allocations, newest first. */
  weightsVersions(code: string): Promise<WeightsVersion[]>;
  /**
   * Runs an edit of an experience's variants in a transaction of its own. A running experience is checked again:
   * what the edit brings in stands in its way, what was amiss before does not, so that a variant can always be
   * switched off. A started one gets the next weights version where shares moved, until it has ended.
   * @throws Problem 409 `experience-running`, 400 `shares-invalid`; the edit is undone then.
   */
  editVariants<T>(code: string, edit: () => Promise<T>): Promise<T>;
  readonly editGlobalHoldout: EditGlobalHoldout;
  /** See {@link StartConditions}. */
  readonly checkPublish: StartConditions['checkPublish'];
}

/** Makes the service of experiences. */
export function createExperienceService(parts: ExperienceServiceParts): ExperienceService {
  const { strapi, usedCodes, checkEntry, loadExperiences, removeVariants, globalHoldout, timeZone, now } =
    parts;
  const store = createRecordStore(strapi, usedCodes, {
    uid: UID.experience,
    kind: 'experience',
    label: 'personalization',
    fromRow: experienceOf,
  });
  const weights = createWeightsStore(strapi);
  const allocating = { strapi, weights, globalHoldout, now };
  const allocation = createAllocation(allocating);
  const conditions = createStartConditions(strapi, loadExperiences);
  const lifecycle = createLifecycle({ store, loadExperiences, conditions, allocation, now });

  const check = async (experience: CheckedExperience, changed: ReadonlySet<string>): Promise<void> => {
    const issues = await checkReferences(strapi, checkEntry, experience, changed);
    if (issues.length > 0) throw invalid('experience', issues);
  };
  const counted = async (record: StoredExperience): Promise<ExperienceRecord> => {
    const [found] = await countVariants(strapi, [record]);
    return { ...record, variantCount: found?.variantCount ?? 0 };
  };
  const loadOne = async (code: string) => (await loadExperiences({ codes: [code] }))[0];
  const issuesWhileRunning = async (code: string): Promise<Issue[]> => {
    const experience = await loadOne(code);
    return experience?.status === 'running' ? conditions.check(experience) : [];
  };

  return {
    async find({ status, campaign, entry, ...query } = {}) {
      const where = compact({ status: status && { $in: status }, campaign });
      if (!entry) {
        const found = await store.page(query, where);
        return { records: await countVariants(strapi, found.records), total: found.total };
      }
      // Which entries it spans is JSON, which databases search differently.
      const { page = 1, pageSize = 100 } = query;
      const all = await store.page({ search: query.search, page: 1, pageSize: ALL }, where);
      const records = all.records.filter(({ entries }) =>
        entries.some((own) => own.contentType === entry.contentType && own.documentId === entry.documentId),
      );
      const onPage = records.slice((page - 1) * pageSize, page * pageSize);
      return { records: await countVariants(strapi, onPage), total: records.length };
    },
    findOne: async (code) => counted(await store.require(code)),
    async create(input) {
      const { code, ...fields } = parseInput(EXPERIENCE_INPUT, input, 'experience');
      const experience = newExperience(compact(fields), timeZone);
      await check(experience, new Set(Object.keys(experience)));
      return counted(await store.insert(experience, code, fields.name));
    },
    async update(code, change) {
      const { updatedAt, ...fields } = parseInput(EXPERIENCE_CHANGE, change, 'experience');
      return inTransaction(strapi, async () => {
        const changed = await store.change(code, updatedAt, async (current) => {
          const data = withoutStaleHoldout(current, compact(fields));
          refuseFrozen(current, data);
          await check({ ...current, ...definite(data) }, new Set(Object.keys(data)));
          return data;
        });
        const experience = isAllocating(changed) ? await loadOne(code) : undefined;
        const moved = experience && (await allocation.follow(experience));
        return counted(moved ? await store.require(code) : changed);
      });
    },
    async remove(code) {
      let variantCount = 0;
      const removed = await store.remove(code, async (current) => {
        const { name, status } = current;
        if (status === 'running' || status === 'paused') {
          const message = `“${name}” is ${status}; end it before you delete it.`;
          throw new Problem({ status: 409, code: 'experience-running', message });
        }
        ({ variantCount } = await counted(current));
        await removeVariants(code);
      });
      return { ...removed, variantCount };
    },
    move: async (code, transition) => counted(await lifecycle.move(code, transition)),
    checks: lifecycle.checks,
    async warnings(code) {
      await store.require(code);
      const experience = await loadOne(code);
      return experience ? findWarnings(parts, experience) : [];
    },
    async weightsVersions(code) {
      await store.require(code);
      return weights.ofExperience(code);
    },
    editVariants: (code, edit) =>
      inTransaction(strapi, async () => {
        await store.lock(code);
        const before = await issuesWhileRunning(code);
        const result = await edit();
        const broughtIn = (await issuesWhileRunning(code)).filter(
          (found) => !MAY_HAPPEN.has(found.code) && !before.some(isSame(found)),
        );
        const experience = await loadOne(code);
        if (!experience) return result;
        if (broughtIn.length > 0) throw refusedWhileRunning(experience.name, broughtIn);
        if (isAllocating(experience)) await allocation.follow(experience);
        return result;
      }),
    editGlobalHoldout: createEditGlobalHoldout(allocating, allocation),
    checkPublish: conditions.checkPublish,
  };
}

const ALL = 100_000;

/** Before its first start it has no ranges yet; after its end they say for good what visitors got. */
const isAllocating = ({ status, weightsVersion }: Pick<StoredExperience, 'status' | 'weightsVersion'>) =>
  weightsVersion > 0 && status !== 'ended';

/** Paths count variants, and those move when one is removed; the sentence names the variant. */
const isSame = (one: Issue) => (other: Issue) => one.code === other.code && one.message === other.message;

/** Required fields cannot be emptied, so a change never makes them `undefined`. */
const definite = (fields: ExperienceFields) => fields as Partial<CheckedExperience>;

/** A test has no holdout: choosing one for a draft empties what `relevance` had by default. */
const withoutStaleHoldout = (current: StoredExperience, fields: ExperienceFields): ExperienceFields =>
  fields.selection !== undefined && fields.selection !== 'relevance' && fields.holdout === undefined
    ? { ...fields, holdout: current.status === 'draft' ? 0 : current.holdout }
    : fields;

/**
 * What a running experience may come to by switching variants off, or by gaps that hurt nobody:
 * base is served then. Everything else would break a promise made at the start.
 */
const MAY_HAPPEN: ReadonlySet<string> = new Set([
  'no-variants',
  'shares-are-empty',
  'no-entries',
  'goal-missing',
]);

function refuseFrozen(current: StoredExperience, data: ExperienceFields): void {
  const frozen = frozenFields(current, data);
  if (frozen.length === 0) return;
  const ended = current.status === 'ended';
  throw new Problem({
    status: 409,
    code: ended ? 'experience-ended' : 'experience-running',
    message: ended
      ? `“${current.name}” has ended; only its name and campaign can change.`
      : `“${current.name}” has started: ${frozen.join(', ')} cannot change any more. End it and make a new one.`,
    issues: frozen.map((field) => ({ code: 'frozen', path: [field], message: 'Leave it as it was.' })),
  });
}

const refusedWhileRunning = (name: string, issues: readonly Issue[]) =>
  new Problem({
    status: 409,
    code: 'experience-running',
    message: `“${name}” is running, so this cannot be done now. ${issues.map(({ message }) => message).join(' ')}`,
    issues,
  });
