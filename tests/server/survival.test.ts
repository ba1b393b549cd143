import { survivalSuite } from '../support/survival-suite';

survivalSuite('SQLite');
