export { inTransaction, lockRecord, lockRecords } from './in-transaction';
export { compact, instant, list, numeric, requiredText, stampOf, text } from './read-row';
export { CODE_PATTERN, createUsedCodes, slugOf, type UsedCodes } from './record-codes';
export {
  adminBody,
  answer,
  param,
  recordController,
  type Controller,
  type RecordService,
} from './record-controller';
export * from './record-input';
export { createRecordStore, type RecordKind, type RecordStore, type Row } from './record-store';
export { createCheckEntry, requireEntry, type CheckEntry } from './entry-check';
