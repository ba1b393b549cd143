import { LIMITS } from '../../foundation/limits';
import { ownValue } from '../../foundation/plain-object';

/** A header or parameter as text, cut to what a parser looks at; of a repeated one the first counts. */
export const signalText = (
  source: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined => {
  const value = source && ownValue(source, name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  return first.trim().slice(0, LIMITS.signalLength) || undefined;
};
