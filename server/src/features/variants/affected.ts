import type { AffectedCode } from '../../../../src/protocol/attention';

/** What an edit elsewhere in Strapi changed in our records; see `AffectedRecord`. */
export interface Affected {
  readonly code: AffectedCode;
  /** Of the base entries. */
  readonly contentType: string;
  readonly documentId?: string;
  readonly locale?: string;
  /** Codes. */
  readonly experiences: readonly string[];
  /** Variant contents that went, lost something, or stopped being delivered. */
  readonly contents: number;
  readonly attributes?: readonly string[];
}

/**
 * Keeps such a change for the panel, in the running transaction. A note that fails is logged and does not throw:
 * the edit matters more. PostgreSQL alone gives up a transaction after any failed statement.
 */
export type NoteAffected = (change: Affected) => Promise<void>;

/** Each once, in the order of their first naming. */
export const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];
