/** POST /contextual/preview-tokens */
export interface PreviewTokenRequest {
  /** Code; its status does not matter. */
  readonly experience: string;
  /** Code of a variant, or `base`. */
  readonly variant: string;
  /** Absent: every locale. */
  readonly locale?: string;
  /** Holds for base and variant alike; default `published`. */
  readonly status?: 'draft' | 'published';
  /** ISO 8601: decide as if it were then. */
  readonly now?: string;
  /** Default 60. */
  readonly expiresInMinutes?: number;
}

/** Send the token as `?previewToken=` on ordinary routes or as `previewToken` to `decide`. */
export interface PreviewTokenResponse {
  readonly data: {
    readonly token: string;
    /** ISO 8601. */
    readonly expiresAt: string;
  };
}
