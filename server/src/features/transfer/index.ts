import type { Strapi } from '../../strapi';
import { keepTables } from './keep-tables';
import { keepValues } from './keep-values';
import { watchImports } from './watch-imports';

/** What outlives an import, and what it sets going. */
export interface Transfer {
  /** To be called in `bootstrap`: by then the tables are there. */
  start(): void;
  /** When the last import is finished here too; to be awaited in `destroy`, since the command ends its process. */
  settled(): Promise<void>;
}

/**
 * Makes Strapi's import (`strapi import`, `strapi transfer`) take along what belongs to the content, and leave
 * what belongs to this database.
 * @param changed tells every instance that everything changed; runs inside a transaction.
 */
export function createTransfer(strapi: Strapi, changed: () => Promise<void>): Transfer {
  let imports = { settled: () => Promise.resolve() };
  return {
    start() {
      keepTables(strapi);
      const values = keepValues(strapi);
      imports = watchImports(strapi, {
        before: values.read,
        after: async (kept) => {
          await values.putBack(kept);
          await changed();
        },
      });
    },
    settled: () => imports.settled(),
  };
}
