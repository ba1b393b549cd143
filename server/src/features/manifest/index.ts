export { type CompileRecords, createCompileRecords } from './compile-records';
export type { EngineHolder, VersionCounter } from './engine-holder';
export { followEdits } from './follow-edits';
export { createInTurns, type InTurns } from './in-turns';
export { createLeaseStore, type LeaseStore } from './lease-store';
export { createLiveEngineHolder } from './live-engine-holder';
export { createEmptyRecords, createManifestRecordsLoader, declaredTraits } from './load-records';
export { registerManifestModels } from './models';
export { createVersionStore, type VersionStore } from './version-store';
