export { createRollupStore, type RollupMoves, type RollupStore } from './rollup-store';
