/** Networks whose location headers can be told apart from what a visitor typed. */
export type GeoNetwork = 'cloudflare' | 'vercel' | 'cloudfront';

/** What a request tells by itself, as plain values; reading them off a framework's request is the caller's part. */
export interface RequestSignals {
  /** Address of the page the visitor looks at, absolute or as a path. */
  readonly pageUrl?: string;
  /** Query of that page; without it the query of `pageUrl` is used. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Where the visitor came from: the page's own referrer, not the `Referer` header of an API call. */
  readonly referrer?: string;
  /** Request headers with lower-case names, as Node gives them. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** Network in front of the server whose location headers are believed; `false` (default) believes none. */
  readonly trustGeoHeaders?: GeoNetwork | false;
}
