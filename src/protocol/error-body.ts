import type { Issue } from '../foundation/issue';

/** Strapi's error shape; `details.code` is stable, `message` says what to do, never a stack. */
export interface ErrorBody {
  readonly data: null;
  readonly error: {
    readonly status: number;
    readonly name: string;
    readonly message: string;
    readonly details: { readonly code: string; readonly issues?: readonly Issue[] };
  };
}
