import { mainJobSuite } from '../support/main-job-suite';
import { onServerDatabases } from '../support/server-databases';

mainJobSuite('SQLite');
onServerDatabases('main job', mainJobSuite);
