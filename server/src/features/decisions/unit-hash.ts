import { createHash } from 'node:crypto';
import type { Unit } from '../../../../src/model/visitor-context';

/**
 * The only form in which a unit reaches a table or a receipt: SHA-256 of `kind:id`, 64 hex digits.
 * Unkeyed on purpose, so that joins survive a change of token keys.
 */
export const unitHash = (unit: Unit): string =>
  createHash('sha256').update(`${unit.kind}:${unit.id}`).digest('hex');
