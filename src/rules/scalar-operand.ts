import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { err, ok, type Result } from '../foundation/result';
import { numberValue } from '../context/attribute-value';
import { parseInstant } from '../context/iso-instant';
import type { AttributeScalar } from '../context/attribute-value';
import type { OperandPlace } from './operand';

/** Checks one plain value against the type of the attribute it is compared with. */
export const scalarOperand = (operand: unknown, place: OperandPlace): Result<AttributeScalar, Issue> => {
  if (typeof operand === 'string' && operand.length > LIMITS.stringLength) {
    return err(issue('operand-too-long', place.path, `Use at most ${LIMITS.stringLength} characters.`));
  }
  const value = asTyped(operand, place.type);
  if (value === undefined) {
    return err(issue('operand-type', place.path, `${place.operator} takes ${EXPECTED[place.type]} here.`));
  }
  if (place.values && !place.values.includes(String(value))) {
    return err(issue('value-unknown', place.path, `Choose one of: ${place.values.join(', ')}.`));
  }
  if (place.format && !place.format.test(String(value))) {
    return err(issue('value-unknown', place.path, place.format.message));
  }
  return ok(value);
};

const asTyped = (operand: unknown, type: OperandPlace['type']): AttributeScalar | undefined => {
  switch (type) {
    case 'number':
      return numberValue(operand);
    case 'boolean':
      return typeof operand === 'boolean' ? operand : undefined;
    case 'date':
      return typeof operand === 'string' && parseInstant(operand) !== undefined ? operand : undefined;
    case 'string':
    case 'version':
    case 'string-list':
      return typeof operand === 'string' ? operand : undefined;
    case 'any':
      if (typeof operand === 'number') return numberValue(operand);
      return typeof operand === 'string' || typeof operand === 'boolean' ? operand : undefined;
  }
};

const EXPECTED: Readonly<Record<OperandPlace['type'], string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'an ISO date, such as "2026-03-01" or "2026-03-01T08:00:00Z",',
  version: 'a version as text, such as "12.4.0",',
  'string-list': 'text',
  any: 'text, a number, or true or false',
};
