import { recompute, type AllocationRecords } from '../../../../src/decision/recompute';
import type { ExperienceFacts } from '../../../../src/events/experience-facts';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Decision } from '../../../../src/model/decision';
import { entryKey, type EntryRef } from '../../../../src/model/entry-ref';
import { BASE, type Selection } from '../../../../src/model/experience';
import { DEFAULT_GOAL, type Goal } from '../../../../src/model/goal';
import type { Unit } from '../../../../src/model/visitor-context';
import { UID, type RecordUid } from '../../constants';
import type { Strapi } from '../../strapi';
import { weightsVersionOf } from '../experiences';
import type { Row } from '../records';

/** What counting knows of the records, as of one moment. Paused and ended experiences still receive late events. */
export interface CountingFacts {
  readonly experiences: ReadonlyMap<string, ExperienceFacts>;
  readonly goals: readonly Goal[];
  /** Days of the longest goal window of all. */
  readonly longestWindowDays: number;
  /** Would this decision be made for this unit here? See `recompute`. */
  recomputes(decision: Decision, unit: Unit): boolean;
}

/** The current facts, read again when older than `maxAgeMs`; concurrent callers share one read. */
export interface CountingFactsSource {
  /** @param unknown the cached facts lack something: read again unless that was done a moment ago. */
  current(unknown?: boolean): Promise<CountingFacts>;
}

/** How often something unknown may cause a read, so that nobody can make us read all the time. */
const MISS_INTERVAL_MS = 200;

type Settings = AllocationRecords['settings'];

/** @param settings of the global holdout as of now. @param now epoch milliseconds. */
export function createCountingFactsSource(
  strapi: Strapi,
  settings: () => Settings,
  now: () => number,
  maxAgeMs: number,
): CountingFactsSource {
  let cached: { facts: CountingFacts; at: number } | undefined;
  let reading: Promise<CountingFacts> | undefined;

  const read = async (): Promise<CountingFacts> => {
    const at = now();
    const facts = await readFacts(strapi, settings);
    cached = { facts, at };
    return facts;
  };

  return {
    current: async (unknown = false) => {
      const maxAge = unknown ? MISS_INTERVAL_MS : maxAgeMs;
      if (cached && now() - cached.at <= maxAge) return cached.facts;
      reading ??= read().finally(() => (reading = undefined));
      return reading;
    },
  };
}

async function readFacts(strapi: Strapi, settings: () => Settings): Promise<CountingFacts> {
  const rows = async (uid: RecordUid) =>
    (await strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } })) as Row[];
  const goals = (await rows(UID.goal)).map(toGoal);
  if (!goals.some(({ code }) => code === DEFAULT_GOAL.code)) goals.unshift(DEFAULT_GOAL);
  const experiences = await rows(UID.experience);
  const variants = await rows(UID.variant);
  const versions = (await rows(UID.weightsVersion)).map(weightsVersionOf);
  const allocations = new Map<string, AllocationRecords>();
  for (const row of experiences) {
    const code = String(row.code);
    const experience = { code, seed: String(row.seed), selection: row.selection as Selection };
    const own = versions.filter((version) => version.experience === code);
    allocations.set(code, { experience, versions: own, settings: settings() });
  }
  return {
    experiences: new Map(experiences.map((row) => [String(row.code), toFacts(row, goals, variants)])),
    goals,
    longestWindowDays: Math.max(...goals.map(({ windowDays }) => windowDays)),
    recomputes(decision, unit) {
      const records = allocations.get(decision.experience);
      return records !== undefined && recompute(decision, unit, { ...records, settings: settings() });
    },
  };
}

function toFacts(row: Row, goals: readonly Goal[], variants: readonly Row[]): ExperienceFacts {
  const code = String(row.code);
  const wanted = new Set([String(row.goal), ...listOf<string>(row.guardrails), DEFAULT_GOAL.code]);
  return {
    code,
    selection: row.selection as Selection,
    variants: new Set([
      BASE,
      ...variants.filter((variant) => variant.experience === code).map((variant) => String(variant.code)),
    ]),
    goals: goals.filter((goal) => wanted.has(goal.code)),
    entries: new Set(listOf<EntryRef>(row.entries).map(entryKey)),
  };
}

const toGoal = (row: Row): Goal => ({
  code: String(row.code),
  event: String(row.event),
  kind: row.kind as Goal['kind'],
  scope: row.scope as Goal['scope'],
  windowDays: Number(row.windowDays ?? LIMITS.eventAgeDays),
  direction: row.direction as Goal['direction'],
  ...(row.denominator ? { denominator: String(row.denominator) } : {}),
  ...(row.cap !== null && row.cap !== undefined ? { cap: Number(row.cap) } : {}),
  ...(row.currency ? { currency: String(row.currency) } : {}),
});

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);
