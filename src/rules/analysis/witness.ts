import { bareRecord, isRecord } from '../../foundation/plain-object';
import type { Witness } from './answers';
import type { Model } from './search';

/** A model as the visitor context that it describes. */
export const witnessOf = (model: Model): Witness => {
  const context = bareRecord<unknown>();
  for (const { condition, value } of model.values()) {
    let record = context;
    for (const segment of condition.segments.slice(0, -1)) {
      const child = record[segment];
      const next = isRecord(child) ? (child as Record<string, unknown>) : bareRecord<unknown>();
      record[segment] = next;
      record = next;
    }
    record[condition.segments.at(-1)!] = value;
  }
  return context;
};
