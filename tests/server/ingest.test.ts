import { ingestSuite } from '../support/ingest-suite';

ingestSuite('SQLite');
