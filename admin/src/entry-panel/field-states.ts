import { emptiesOf, fillsOf } from '../../../src/overlay/fills';
import type { OverlaySchema } from '../../../src/overlay/schema';

/** What an attribute of variant content does with that of its entry. */
export type FieldStateName = 'filled' | 'inherited' | 'emptied';

/** Says it of every variable attribute, by the rules of delivery. */
export function fieldStates(
  document: Readonly<Record<string, unknown>>,
  schema: OverlaySchema,
): ReadonlyMap<string, FieldStateName> {
  const filled = new Set(fillsOf(document, schema));
  const emptied = new Set(emptiesOf(document, schema));
  return new Map(
    schema.attributes.map(({ name }) => [
      name,
      emptied.has(name) ? 'emptied' : filled.has(name) ? 'filled' : 'inherited',
    ]),
  );
}
