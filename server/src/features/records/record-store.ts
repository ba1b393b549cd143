import type { RecordUid } from '../../constants';
import { TransactionConflict } from '../../database/transaction';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import { inTransaction, lockRecord } from './in-transaction';
import type { RecordListQuery, RecordStamp } from '../../../../src/protocol/records';
import { freeCode, type UsedCodes } from './record-codes';

/** A row as Strapi reads it. */
export type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };

/** One kind of record. */
export interface RecordKind<R extends RecordStamp> {
  readonly uid: RecordUid;
  /** Word in codes, for example `audience` in `audience-not-found`. */
  readonly kind: string;
  /** Word in sentences, for example `audience`. */
  readonly label: string;
  readonly fromRow: (row: Row) => R;
}

/** Reads and writes one kind of record; every write is one transaction. */
export interface RecordStore<R extends RecordStamp> {
  /** All, in the order of their creation. */
  all(): Promise<R[]>;
  /** One page, by name. */
  page(query: RecordListQuery, where?: object): Promise<{ records: R[]; total: number }>;
  byCode(code: string): Promise<R | undefined>;
  /** @throws Problem 404 `<kind>-not-found`. */
  require(code: string): Promise<R>;
  /** Holds the record, if there is one, until the transaction ends; SQLite has one writer anyway. */
  lock(code: string): Promise<void>;
  /** @throws Problem 409 `code-taken`, `code-used`. */
  insert(data: object, code: string | undefined, name: string): Promise<R>;
  /**
   * Locks the record, lets `change` look at it and say what becomes of it.
   * @throws Problem 404 `<kind>-not-found`, 409 `changed-meanwhile`, whatever `change` throws.
   */
  change(code: string, updatedAt: string | undefined, change: (current: R) => Promise<object>): Promise<R>;
  /** Locks it, lets `check` object, deletes it and keeps its code from being used again. */
  remove(code: string, check: (current: R) => Promise<void>): Promise<R>;
}

/** A store over Strapi's documents, so that the project's own document middlewares see our records too. */
export function createRecordStore<R extends RecordStamp>(
  strapi: Strapi,
  usedCodes: UsedCodes,
  { uid, kind, label, fromRow }: RecordKind<R>,
): RecordStore<R> {
  const query = () => strapi.db.query(uid);
  const documents = () => strapi.documents(uid) as unknown as Documents;

  const rowOf = async (code: string) => (await query().findOne({ where: { code } })) as Row | null;
  const byCode = async (code: string) => {
    const row = await rowOf(code);
    return row ? fromRow(row) : undefined;
  };
  const lock = (code: string) => lockRecord(strapi, uid, code);
  const requireRow = async (code: string) => {
    const row = await rowOf(code);
    if (row) return row;
    throw new Problem({
      status: 404,
      code: `${kind}-not-found`,
      message: `There is no ${label} with the code "${code.slice(0, 64)}".`,
    });
  };

  return {
    all: async () => ((await query().findMany({ orderBy: { id: 'asc' } })) as Row[]).map(fromRow),
    async page({ page = 1, pageSize = 100, search }, where = {}) {
      const matching = search
        ? { $and: [where, { $or: [{ name: { $containsi: search } }, { code: { $containsi: search } }] }] }
        : where;
      const [rows, total] = (await query().findWithCount({
        where: matching,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        offset: (page - 1) * pageSize,
        limit: pageSize,
      })) as [Row[], number];
      return { records: rows.map(fromRow), total };
    },
    byCode,
    lock,
    require: async (code) => fromRow(await requireRow(code)),
    insert: (data, given, name) =>
      inTransaction(strapi, async () => {
        const isTaken = async (code: string) =>
          (await rowOf(code)) !== null || (await usedCodes.has(kind, code));
        if (given !== undefined) await refuseTakenCode(given);
        const code = given ?? (await freeCode(name, kind, isTaken));
        await documents()
          .create({ data: { ...data, code } })
          .catch(async (error: unknown) => {
            // Strapi refuses what another transaction wrote since we looked; looked again, we say it in our words.
            if ((error as Error).name !== 'ValidationError' || !(await rowOf(code))) throw error;
            throw new TransactionConflict(`the code ${code} was taken meanwhile`);
          });
        return fromRow(await requireRow(code));
      }),
    change: (code, updatedAt, change) =>
      inTransaction(strapi, async () => {
        await lock(code);
        const row = await requireRow(code);
        const current = fromRow(row);
        if (updatedAt !== undefined && updatedAt !== current.updatedAt) throw changedMeanwhile(label);
        await documents().update({ documentId: row.documentId, data: await change(current) });
        return fromRow(await requireRow(code));
      }),
    remove: (code, check) =>
      inTransaction(strapi, async () => {
        await lock(code);
        const row = await requireRow(code);
        const current = fromRow(row);
        await check(current);
        await documents().delete({ documentId: row.documentId });
        await usedCodes.add(kind, code);
        return current;
      }),
  };

  async function refuseTakenCode(code: string): Promise<void> {
    if ((await rowOf(code)) !== null) {
      throw new Problem({
        status: 409,
        code: 'code-taken',
        message: `Another ${label} has the code "${code}"; choose one that is free.`,
      });
    }
    if (await usedCodes.has(kind, code)) {
      throw new Problem({
        status: 409,
        code: 'code-used',
        message: `The code "${code}" belonged to a deleted ${label} and is never used again; choose another.`,
      });
    }
  }
}

/** What we use of Strapi's document service; its own type knows only the types of the host project. */
interface Documents {
  create(params: { data: object }): Promise<unknown>;
  update(params: { documentId: string; data: object }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
}

const changedMeanwhile = (label: string) =>
  new Problem({
    status: 409,
    code: 'changed-meanwhile',
    message: `Somebody changed this ${label} after you opened it; load it again and repeat your change.`,
  });
