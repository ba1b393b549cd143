import type { ComputedInterests } from './attribute-reader';

/** What rules may see of one visitor. */
export interface Reading {
  /** Whatever was sent; nothing in it is trusted. */
  readonly context: unknown;
  /** Without consent attributes of consent class *stored* are missing. */
  readonly consent: boolean;
  /** `interests.<tag>` for one moment; absent: the context holds numbers by tag itself. */
  readonly interests?: ComputedInterests;
}
