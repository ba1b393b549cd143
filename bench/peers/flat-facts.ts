import type { PeerContext } from '../generate/contexts';

/** A context as one level of facts named by dotted path; unit and consent are no facts. */
export const flatFacts = (context: PeerContext): Record<string, string | number> => {
  const facts: Record<string, string | number> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'number') facts[path] = value;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) walk(child, path === '' ? key : `${path}.${key}`);
  };
  walk(context, '');
  return facts;
};

/** Where dates can only be compared as numbers. */
export const withDatesAsNumbers = (
  facts: Record<string, string | number>,
): Record<string, string | number> => {
  const date = facts['traits.signedUpAt'];
  return date === undefined ? facts : { ...facts, 'traits.signedUpAt': Date.parse(String(date)) };
};
