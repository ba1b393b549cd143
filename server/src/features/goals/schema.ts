import { codeAttribute, recordSchema } from '../record-schema';

/** What counts as success, or must not fall. */
export const goalSchema = recordSchema('goal', 'goals', 'Goal', {
  code: codeAttribute,
  name: { type: 'string', required: true, maxLength: 120 },
  event: { type: 'string', required: true, maxLength: 64 },
  kind: { type: 'enumeration', enum: ['rate', 'value', 'ratio'], required: true, default: 'rate' },
  denominator: { type: 'string', maxLength: 64 },
  scope: { type: 'enumeration', enum: ['page-view', 'visitor'], required: true, default: 'page-view' },
  windowDays: { type: 'integer', required: true, min: 1, max: 90, default: 7 },
  cap: { type: 'decimal' },
  currency: { type: 'string', maxLength: 3 },
  direction: { type: 'enumeration', enum: ['up', 'down'], required: true, default: 'up' },
});
