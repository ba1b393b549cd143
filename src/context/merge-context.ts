import { bareRecord, isForbiddenKey, isRecord } from '../foundation/plain-object';
import type { VisitorContext } from '../model/visitor-context';

/** Groups that describe one thing: half of one and half of another would describe nothing that exists. */
const WHOLE_GROUPS: ReadonlySet<string> = new Set(['campaign', 'referrer', 'location', 'interests', 'unit']);

/**
 * The explicit context completed by what the request itself told; explicit facts win.
 *
 * One exception: a privacy signal of the request (GPC, Do Not Track) cannot be talked away by the body.
 */
export const mergeContext = (explicit: VisitorContext, fromSignals: VisitorContext): VisitorContext => {
  const merged = bareRecord<unknown>();
  copyInto(merged, fromSignals);
  for (const [key, value] of Object.entries(explicit)) {
    if (isForbiddenKey(key) || value === undefined) continue;
    const other = merged[key];
    merged[key] =
      isRecord(value) && isRecord(other) && !WHOLE_GROUPS.has(key) ? mergeGroup(value, other) : value;
  }
  if (fromSignals.consent?.gpc === true) {
    merged['consent'] = mergeGroup({ gpc: true }, isRecord(merged['consent']) ? merged['consent'] : {});
  }
  return merged as VisitorContext;
};

const mergeGroup = (strong: object, weak: object): Record<string, unknown> => {
  const group = bareRecord<unknown>();
  copyInto(group, weak);
  copyInto(group, strong);
  return group;
};

const copyInto = (target: Record<string, unknown>, source: object): void => {
  for (const [key, value] of Object.entries(source)) {
    if (!isForbiddenKey(key) && value !== undefined) target[key] = value;
  }
};
