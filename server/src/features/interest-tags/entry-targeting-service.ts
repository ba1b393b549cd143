import { z } from '@strapi/utils';
import { issue, type Issue } from '../../../../src/foundation/issue';
import { LIMITS } from '../../../../src/foundation/limits';
import type { EntryTargeting } from '../../../../src/manifest/manifest';
import { entryKey } from '../../../../src/model/entry-ref';
import type { WeightedTag } from '../../../../src/model/interest-profile';
import type { EntryTargetingInput } from '../../../../src/protocol/entry-targeting';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import {
  codeReference,
  inTransaction,
  invalid,
  numeric,
  parseInput,
  requiredText,
  requireEntry,
  type CheckEntry,
  type Row,
} from '../records';

/** Interests of base entries, and who sees them in lists; they hold for all locales of an entry. */
export interface EntryTargetingService {
  /** @throws Problem 404 `entry-not-found`, `content-type-unknown`, 400 `content-type-not-enabled`. */
  get(contentType: string, documentId: string): Promise<EntryTargeting>;
  /** @throws Problem as `get`, and 400 `entry-targeting-invalid`. */
  set(contentType: string, documentId: string, input: EntryTargetingInput | unknown): Promise<EntryTargeting>;
  /** Every entry that has interests or audiences, for the manifest. */
  all(): Promise<EntryTargeting[]>;
}

const AUDIENCES = z.array(codeReference).max(LIMITS.entryTargets);
const INPUT = z.strictObject({
  interests: z
    .array(z.strictObject({ tag: codeReference, weight: z.number().int().min(1).max(100).default(50) }))
    .max(LIMITS.entryTargets)
    .optional(),
  onlyFor: AUDIENCES.optional(),
  notFor: AUDIENCES.optional(),
});

/** Makes the service of entry interests and entry audiences. */
export function createEntryTargetingService(strapi: Strapi, checkEntry: CheckEntry): EntryTargetingService {
  const rowsOf = async (uid: string, where: object) =>
    (await strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as Row[];

  const read = async (contentType: string, documentId: string): Promise<EntryTargeting> => {
    const where = { contentType, entryDocumentId: documentId };
    const [interests, audiences] = [
      await rowsOf(UID.entryInterest, where),
      await rowsOf(UID.entryAudience, where),
    ];
    return targetingOf({ contentType, documentId }, interests, audiences);
  };

  const replace = async (uid: string, where: object, data: readonly object[]): Promise<void> => {
    await strapi.db.query(uid).deleteMany({ where });
    for (const row of data) await strapi.db.query(uid).create({ data: { ...where, ...row } });
  };

  return {
    async get(contentType, documentId) {
      await requireEntry(checkEntry, { contentType, documentId });
      return read(contentType, documentId);
    },
    async set(contentType, documentId, input) {
      const wanted = parseInput(INPUT, input, 'entry-targeting');
      await requireEntry(checkEntry, { contentType, documentId });
      return inTransaction(strapi, async () => {
        const before = await read(contentType, documentId);
        const after: EntryTargeting = { ...before, ...definedOf(wanted) };
        const issues = await wrongReferences(strapi, after);
        if (issues.length > 0) throw invalid('entry-targeting', issues);
        const where = { contentType, entryDocumentId: documentId };
        // Untouched lists stay as they are: every written row makes all instances load again.
        if (differ(before.interests, after.interests)) {
          await replace(
            UID.entryInterest,
            where,
            after.interests.map(({ tag, weight }) => ({ tag, weight })),
          );
        }
        if (differ([before.onlyFor, before.notFor], [after.onlyFor, after.notFor])) {
          await replace(UID.entryAudience, where, [
            ...after.onlyFor.map((audience) => ({ audience, mode: 'only' })),
            ...after.notFor.map((audience) => ({ audience, mode: 'not' })),
          ]);
        }
        return after;
      });
    },
    async all() {
      const interests = await rowsOf(UID.entryInterest, {});
      const audiences = await rowsOf(UID.entryAudience, {});
      const entries = new Map(
        [...interests, ...audiences].map((row) => [entryKey(entryOf(row)), entryOf(row)]),
      );
      const interestsOf = groupByEntry(interests);
      const audiencesOf = groupByEntry(audiences);
      return [...entries].map(([key, entry]) =>
        targetingOf(entry, interestsOf.get(key) ?? [], audiencesOf.get(key) ?? []),
      );
    },
  };
}

const entryOf = (row: Row) => ({
  contentType: requiredText(row, 'contentType'),
  documentId: requiredText(row, 'entryDocumentId'),
});

function groupByEntry(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = entryKey(entryOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const targetingOf = (
  entry: { contentType: string; documentId: string },
  interests: readonly Row[],
  audiences: readonly Row[],
): EntryTargeting => ({
  ...entry,
  interests: interests.map(
    (row): WeightedTag => ({
      tag: requiredText(row, 'tag'),
      weight: numeric(row, 'weight') ?? 1,
    }),
  ),
  onlyFor: audiences.filter((row) => row.mode === 'only').map((row) => requiredText(row, 'audience')),
  notFor: audiences.filter((row) => row.mode === 'not').map((row) => requiredText(row, 'audience')),
});

const definedOf = <T extends object>(wanted: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as never;

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** Tags and audiences must exist; each is named once, and no audience both admits and hides. */
async function wrongReferences(strapi: Strapi, targeting: EntryTargeting): Promise<Issue[]> {
  const codes = async (uid: string) =>
    new Set(
      ((await strapi.db.query(uid).findMany({ select: ['code'] })) as Row[]).map((row) =>
        requiredText(row, 'code'),
      ),
    );
  const tags = await codes(UID.interestTag);
  const audiences = await codes(UID.audience);
  const names = {
    interests: targeting.interests.map(({ tag }) => tag),
    onlyFor: targeting.onlyFor,
    notFor: targeting.notFor,
  };
  return Object.entries(names).flatMap(([list, listed]) =>
    listed.flatMap((code, position) => {
      const path = [list, position];
      const known = list === 'interests' ? tags : audiences;
      const missing = list === 'interests' ? 'interest-tag-missing' : 'audience-missing';
      if (!known.has(code)) return [issue(missing, path, `"${code}" does not exist; choose one that does.`)];
      if (listed.indexOf(code) < position) return [issue('repeated', path, `"${code}" is named twice.`)];
      if (list === 'notFor' && names.onlyFor.includes(code)) {
        return [issue('contradiction', path, `"${code}" cannot be both "only for" and "not for".`)];
      }
      return [];
    }),
  );
}
