import { TABLE } from '../../constants';
import type { Strapi } from '../../strapi';
import type { VersionCounter } from './engine-holder';

/** Both counters as one read found them. */
export type Versions = Readonly<Record<VersionCounter, number>>;

/** The version row: what tells every instance that something changed. */
export interface VersionStore {
  /** One query. */
  read(): Promise<Versions>;
  /** Creates the rows where they are missing; several instances may do so at once. */
  ensure(): Promise<void>;
  /**
   * Adds one inside the running transaction, once however often it is asked, so that a rolled back edit never
   * moves it; `committed` runs after the commit. Without a running transaction it is one of its own.
   */
  increment(counter: VersionCounter, committed: () => void): Promise<void>;
}

/** What is used of a running transaction of the database. */
interface Transaction {
  commit(value?: unknown): Promise<unknown>;
}

/** In the order in which they are moved. */
const COUNTERS: readonly VersionCounter[] = ['manifest', 'content'];

/** Versions in the database of `strapi`. */
export function createVersionStore(strapi: Strapi): VersionStore {
  const awaited = new WeakMap<Transaction, Set<VersionCounter>>();

  const addOne = (trx: Transaction, name: VersionCounter) =>
    strapi.db
      .getConnection(TABLE.versions)
      .where({ name })
      .increment('value', 1)
      .transacting(trx as never);

  /**
   * The counters are rows that every writer needs. Moved with the first write, they would make all other writers
   * wait to the end of this transaction, and two that also wait for each other's rows would never end. So they
   * are moved last, in one order, when nothing else is waited for any more.
   */
  const moveAtCommit = (trx: Transaction): Set<VersionCounter> => {
    const counters = new Set<VersionCounter>();
    awaited.set(trx, counters);
    const commit = trx.commit.bind(trx);
    trx.commit = async (value) => {
      for (const name of COUNTERS) if (counters.has(name)) await addOne(trx, name);
      return commit(value);
    };
    return counters;
  };

  return {
    read: async () => {
      const rows = (await strapi.db.getConnection(TABLE.versions).select('name', 'value')) as {
        name: string;
        value: number | string;
      }[];
      const valueOf = (counter: VersionCounter) =>
        Number(rows.find((row) => row.name === counter)?.value ?? 0);
      return { manifest: valueOf('manifest'), content: valueOf('content') };
    },
    ensure: async () => {
      for (const name of COUNTERS) {
        await strapi.db.getConnection(TABLE.versions).insert({ name, value: 1 }).onConflict('name').ignore();
      }
    },
    increment: async (counter, committed) => {
      await strapi.db.transaction(async ({ trx, onCommit }) => {
        const transaction = trx as unknown as Transaction;
        const counters = awaited.get(transaction) ?? moveAtCommit(transaction);
        if (counters.has(counter)) return;
        counters.add(counter);
        onCommit(committed);
      });
    },
  };
}
