import { issue, type Issue } from '../../../../src/foundation/issue';
import { EMPTIES_ATTRIBUTE, type OverlaySchema } from '../../../../src/overlay/schema';

/**
 * What is wrong with a list of deliberately empty attributes: nothing, or one issue per wrong item.
 * Not given and `null` are right; so is the empty list.
 */
export function checkEmpties(empties: unknown, { attributes }: OverlaySchema): Issue[] {
  if (empties === undefined || empties === null) return [];
  if (!Array.isArray(empties)) {
    return [
      issue(
        'empties-not-a-list',
        [EMPTIES_ATTRIBUTE],
        `Give ${EMPTIES_ATTRIBUTE} a list of attribute names.`,
      ),
    ];
  }
  const names = new Set(attributes.map(({ name }) => name));
  return empties.flatMap((name: unknown, at): Issue[] => {
    if (typeof name === 'string' && names.has(name)) return [];
    return [
      issue(
        'empties-unknown-attribute',
        [EMPTIES_ATTRIBUTE, at],
        `${quoted(name)} cannot be emptied in a variant; choose from ${[...names].join(', ') || '(none)'}.`,
      ),
    ];
  });
}

const quoted = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 64)}"` : 'An item that is not a name';
