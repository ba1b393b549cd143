import type { Strapi } from '../../strapi';

/** What is done around an import. */
interface Around<Kept> {
  /** Reads the state before it. */
  before(): Promise<Kept>;
  /** Runs in a transaction of its own, after the import's is over. */
  after(kept: Kept): Promise<void>;
}

/** The switch that a transfer turns off at its begin and on at its end. */
interface Lifecycles {
  disable(): void;
  enable(): void;
}

type Transaction = (work: unknown) => Promise<unknown>;

/**
 * Notices imports. There is no event for it, and a transfer turns the database's lifecycles off: that switch
 * is what it can be told by. An import opens its one transaction right after, and closes it before it turns
 * the switch on again without waiting for the commit. An export turns it too, and opens none.
 */
export function watchImports<Kept>(
  strapi: Strapi,
  { before, after }: Around<Kept>,
): { settled(): Promise<void> } {
  const lifecycles = strapi.db.lifecycles as unknown as Lifecycles;
  const database = strapi.db as unknown as { transaction: Transaction };
  const disable = lifecycles.disable.bind(lifecycles);
  const enable = lifecycles.enable.bind(lifecycles);
  const open = database.transaction.bind(database);
  let kept: Promise<Kept> | undefined;
  let committed: Promise<unknown> | undefined;
  let settled: Promise<void> = Promise.resolve();

  lifecycles.disable = () => {
    disable();
    const reading = before();
    reading.catch(() => undefined); // Told at the end, where there is one.
    kept = reading;
    database.transaction = (work) => {
      database.transaction = open;
      // The import must not begin before: SQLite has one connection, and what is asked later is answered later.
      committed = reading.then(
        () => open(work),
        () => open(work),
      );
      return committed;
    };
  };

  lifecycles.enable = () => {
    enable();
    database.transaction = open;
    if (kept && committed) {
      const [was, end] = [kept, committed];
      // A rolled back import changed nothing; putting back what is there anyway does not either.
      settled = end
        .catch(() => undefined)
        .then(async () => void (await open(async () => after(await was))))
        .catch((error: unknown) => {
          strapi.log.error(`contextual: could not finish the import: ${String(error)}`);
        });
    }
    kept = undefined;
    committed = undefined;
  };

  return { settled: () => settled };
}
