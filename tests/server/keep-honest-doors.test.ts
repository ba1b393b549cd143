import { keepHonestSuite } from '../support/keep-honest-suite';

keepHonestSuite('SQLite');
