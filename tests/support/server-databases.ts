import { execFileSync } from 'node:child_process';
import type { Place } from './ingest-suite';

/** A database server that tests use when it listens. */
interface ServerDatabase {
  readonly label: string;
  readonly port: number;
  /** @param name of the schema or database to work in, and in nothing else. */
  readonly place: (name: string) => Place;
}

const HOST = '127.0.0.1';

/** The servers that tests know: PostgreSQL with trust, MariaDB or MySQL with an empty root password. */
const SERVER_DATABASES: readonly ServerDatabase[] = [
  {
    label: 'PostgreSQL',
    port: 5432,
    place: (name) => ({
      env: {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: HOST,
        DATABASE_PORT: '5432',
        DATABASE_NAME: 'test',
        DATABASE_USERNAME: 'postgres',
        DATABASE_PASSWORD: '',
        DATABASE_SCHEMA: name,
      },
      make: () => postgres(`create schema "${name}"`),
      remove: () => postgres(`drop schema "${name}" cascade`),
    }),
  },
  {
    label: 'MariaDB/MySQL',
    port: 3306,
    place: (name) => ({
      env: {
        DATABASE_CLIENT: 'mysql',
        DATABASE_HOST: HOST,
        DATABASE_PORT: '3306',
        DATABASE_NAME: name,
        DATABASE_USERNAME: 'root',
        DATABASE_PASSWORD: '',
      },
      make: () => mysql(`create database \`${name}\``),
      remove: () => mysql(`drop database \`${name}\``),
    }),
  },
];

/**
 * Declares a suite for every server database that listens, each in a place of its own. What is missing is said
 * plainly, and fails where `CONTEXTUAL_CI` is 1.
 * @param what the suite is about.
 */
export function onServerDatabases(what: string, suite: (label: string, place: Place) => void): void {
  for (const { label, port, place } of SERVER_DATABASES) {
    if (listens(port)) {
      suite(label, place(`contextual_${what.replaceAll(' ', '_')}_${process.pid}`));
      continue;
    }
    const sentence = `LEFT OUT: ${what} on ${label}, because nothing listens on port ${port}.`;
    process.stderr.write(`${sentence}\n`);
    it(`knows whether ${label} has to be there`, () => {
      if (process.env.CONTEXTUAL_CI === '1') throw new Error(sentence);
    });
  }
}

/** Does anything listen? Synchronous, because tests are declared before anything can be awaited. */
function listens(port: number): boolean {
  const probe = `require('net').connect(${port}, '${HOST}').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
  try {
    execFileSync(process.execPath, ['-e', probe], { timeout: 5_000, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function postgres(statement: string): Promise<void> {
  const { Client } = require('pg');
  const client = new Client({ host: HOST, port: 5432, user: 'postgres', database: 'test' });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function mysql(statement: string): Promise<void> {
  const connection = await require('mysql2/promise').createConnection({
    host: HOST,
    port: 3306,
    user: 'root',
  });
  await connection.query(statement);
  await connection.end();
}
