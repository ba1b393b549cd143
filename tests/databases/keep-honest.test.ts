import { keepHonestSuite } from '../support/keep-honest-suite';
import { onServerDatabases } from '../support/server-databases';

onServerDatabases('keep honest', keepHonestSuite);
