import { ingestSuite } from '../support/ingest-suite';
import { onServerDatabases } from '../support/server-databases';

onServerDatabases('ingest', ingestSuite);
