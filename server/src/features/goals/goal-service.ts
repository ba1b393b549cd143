import { z } from '@strapi/utils';
import { issue, type Issue } from '../../../../src/foundation/issue';
import { LIMITS } from '../../../../src/foundation/limits';
import { DEFAULT_GOAL, type Goal } from '../../../../src/model/goal';
import type { GoalChange, GoalInput, GoalRecord } from '../../../../src/protocol/goals';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  codeInput,
  compact,
  createRecordStore,
  invalid,
  list,
  nameInput,
  numeric,
  parseInput,
  type RecordService,
  requiredText,
  type Row,
  stampOf,
  text,
  updatedAtInput,
  type UsedCodes,
} from '../records';

/** What counts as success, and what must not fall. */
export interface GoalService extends RecordService<GoalRecord> {
  create(input: GoalInput | unknown): Promise<GoalRecord>;
  update(code: string, change: GoalChange | unknown): Promise<GoalRecord>;
  /** Every goal as the engine knows it, in the order of creation. */
  all(): Promise<Goal[]>;
  /** Makes the built-in goal where it is missing; for the start. */
  ensureBuiltIn(): Promise<void>;
}

/** Names under which `history` keeps something else. */
const RESERVED = ['tag', 'seen'];

/** A dot would split the name's path in a rule. */
const eventName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _:-]{0,63}$/u, {
    message:
      'Use letters, digits, spaces, "_", ":" and "-", at most 64 of them, for example "order-completed".',
  })
  .refine((name) => !RESERVED.includes(name), { message: '"tag" and "seen" are taken by the history.' });

const INPUT = z.strictObject({
  code: codeInput
    .refine((code) => !RESERVED.includes(code), { message: '"tag" and "seen" are taken by the history.' })
    .optional(),
  name: nameInput,
  event: eventName,
  kind: z.enum(['rate', 'value', 'ratio']).optional(),
  denominator: eventName.nullish(),
  scope: z.enum(['page-view', 'visitor']).optional(),
  windowDays: z.number().int().min(1).max(90).optional(),
  cap: z.number().positive().nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { message: 'Use a currency code of ISO 4217, for example "EUR".' })
    .nullish(),
  direction: z.enum(['up', 'down']).optional(),
});
const CHANGE = INPUT.omit({ code: true }).partial().extend({ updatedAt: updatedAtInput });

/** Makes the service of goals. @param rawEventDays how long raw events are kept; windows must fit into it. */
export function createGoalService(strapi: Strapi, usedCodes: UsedCodes, rawEventDays: number): GoalService {
  const store = createRecordStore(strapi, usedCodes, { uid: UID.goal, kind: 'goal', label: 'goal', fromRow });
  const longestWindow = rawEventDays - LIMITS.eventAgeDays;
  const check = (goal: GoalParts): void => {
    const issues = wrongCombinations(goal, longestWindow);
    if (issues.length > 0) throw invalid('goal', issues);
  };
  /** Names of the experiences that measure by it and have not ended. */
  const uses = async (code: string, statuses: readonly string[]): Promise<string[]> => {
    const where = { status: { $in: statuses } };
    const rows = (await strapi.db.query(UID.experience).findMany({ where })) as Row[];
    return rows
      .filter((row) => row.goal === code || list<string>(row, 'guardrails').includes(code))
      .map((row) => requiredText(row, 'name'));
  };

  return {
    find: (query = {}) => store.page(query),
    findOne: (code) => store.require(code),
    async create(input) {
      const { code, ...data } = parseInput(INPUT, input, 'goal');
      check({ ...DEFAULTS, ...data });
      return store.insert(data, code, data.name);
    },
    async update(code, change) {
      const { updatedAt, ...data } = parseInput(CHANGE, change, 'goal');
      return store.change(code, updatedAt, async (current) => {
        const changed = changedFields(current, data);
        if (changed.length > 0) {
          if (code === DEFAULT_GOAL.code) throw builtIn('Only the name of the built-in goal can be changed.');
          const running = await uses(code, ['running', 'paused']);
          if (running.length > 0) throw frozen(code, running);
        }
        check({ ...current, ...data });
        return data;
      });
    },
    remove: (code) =>
      store.remove(code, async () => {
        if (code === DEFAULT_GOAL.code) throw builtIn('The built-in goal cannot be deleted.');
        const used = await uses(code, ['draft', 'running', 'paused']);
        if (used.length > 0) throw inUse(code, used);
      }),
    async all() {
      return (await store.all()).map(({ createdAt: _createdAt, updatedAt: _updatedAt, ...goal }) => goal);
    },
    async ensureBuiltIn() {
      if (await store.byCode(DEFAULT_GOAL.code)) return;
      const { code, ...data } = DEFAULT_GOAL;
      await store.insert(data, code, code);
    },
  };
}

const DEFAULTS = { kind: 'rate', windowDays: DEFAULT_GOAL.windowDays } as const;

/** What the checks over several fields look at. */
interface GoalParts {
  readonly kind?: Goal['kind'];
  readonly denominator?: string | null;
  readonly currency?: string | null;
  readonly windowDays?: number;
}

function wrongCombinations(goal: GoalParts, longestWindow: number): Issue[] {
  const issues: Issue[] = [];
  const { kind, denominator, currency, windowDays } = goal;
  if (kind === 'ratio' && !denominator) {
    issues.push(issue('denominator-missing', ['denominator'], 'A ratio needs the event that divides.'));
  }
  if (kind !== 'ratio' && denominator) {
    issues.push(issue('denominator-unused', ['denominator'], 'Only a ratio has a denominator; empty it.'));
  }
  if (kind === 'rate' && currency) {
    issues.push(
      issue('currency-unused', ['currency'], 'A rate counts visitors, not money; empty the currency.'),
    );
  }
  if ((windowDays ?? 0) > longestWindow) {
    const sentence = `Raw events are kept too short for this window; choose at most ${longestWindow} days or raise rawEventDays.`;
    issues.push(issue('window-too-long', ['windowDays'], sentence));
  }
  return issues;
}

/** Fields other than the name whose value would change. */
const changedFields = (current: GoalRecord, data: object): string[] => {
  const before: Readonly<Record<string, unknown>> = { ...current };
  return Object.entries(data)
    .filter(([field, value]) => field !== 'name' && (value ?? undefined) !== before[field])
    .map(([field]) => field);
};

const fromRow = (row: Row): GoalRecord =>
  compact({
    ...stampOf(row),
    name: requiredText(row, 'name'),
    event: requiredText(row, 'event'),
    kind: requiredText(row, 'kind') as Goal['kind'],
    denominator: text(row, 'denominator'),
    scope: requiredText(row, 'scope') as Goal['scope'],
    windowDays: numeric(row, 'windowDays') ?? DEFAULT_GOAL.windowDays,
    cap: numeric(row, 'cap'),
    currency: text(row, 'currency'),
    direction: requiredText(row, 'direction') as Goal['direction'],
  });

const builtIn = (message: string) => new Problem({ status: 409, code: 'goal-built-in', message });

const quoted = (names: readonly string[]) =>
  names
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(', ');

const frozen = (code: string, names: readonly string[]) =>
  new Problem({
    status: 409,
    code: 'goal-frozen',
    message: `${quoted(names)} measures by the goal "${code}", so only its name can change; make a new goal instead.`,
  });

const inUse = (code: string, names: readonly string[]) =>
  new Problem({
    status: 409,
    code: 'goal-in-use',
    message: `Choose another goal than "${code}" in ${quoted(names)} before you delete it.`,
  });
