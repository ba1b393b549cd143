import { onServerDatabases } from '../support/server-databases';
import { survivalSuite } from '../support/survival-suite';

onServerDatabases('survival', survivalSuite);
