import { parseInstant } from '../context/iso-instant';
import { byText } from '../foundation/compare';
import { entryKey } from '../model/entry-ref';
import type { Experience } from '../model/experience';

type Started = Pick<Experience, 'code' | 'startedAt'>;

/** Orders experiences by their first start; those that never started come last, ties by code. */
export const byFirstStart = (a: Started, b: Started): number =>
  (a.startedAt === b.startedAt ? 0 : firstStart(a) - firstStart(b)) || byText(a.code, b.code);

/** Epoch milliseconds of the first start; a date that cannot be read is as good as none. */
export const firstStart = ({ startedAt }: Pick<Started, 'startedAt'>): number =>
  (startedAt === undefined ? undefined : parseInstant(startedAt)) ?? Number.MAX_SAFE_INTEGER;

/** Names a record among its like. */
export const codeOf = ({ code }: { readonly code: string }): string => code;

/** Orders what has a code by it. */
export const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  byText(a.code, b.code);

/** Orders what belongs to an entry by the key of the entry. */
export const byEntryKey = (
  a: { readonly contentType: string; readonly documentId: string },
  b: { readonly contentType: string; readonly documentId: string },
): number => byText(entryKey(a), entryKey(b));
