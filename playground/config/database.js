'use strict';

const path = require('path');

/** SQLite in `.tmp/data.db` unless DATABASE_CLIENT names a server database. */
module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const acquireConnectionTimeout = env.int('DATABASE_CONNECTION_TIMEOUT', 60_000);

  if (client === 'sqlite') {
    const filename = env('DATABASE_FILENAME', path.join('.tmp', 'data.db'));
    return {
      connection: {
        client,
        connection: { filename: path.resolve(__dirname, '..', filename) },
        useNullAsDefault: true,
        acquireConnectionTimeout,
      },
    };
  }

  const connection = {
    host: env('DATABASE_HOST', '127.0.0.1'),
    port: env.int('DATABASE_PORT', client === 'postgres' ? 5432 : 3306),
    database: env('DATABASE_NAME', 'contextual'),
    user: env('DATABASE_USERNAME', 'contextual'),
    password: env('DATABASE_PASSWORD', 'contextual'),
    ssl: env.bool('DATABASE_SSL', false),
    ...(client === 'postgres' && { schema: env('DATABASE_SCHEMA', 'public') }),
  };
  const pool = { min: env.int('DATABASE_POOL_MIN', 0), max: env.int('DATABASE_POOL_MAX', 10) };
  return { connection: { client, connection, pool, acquireConnectionTimeout } };
};
