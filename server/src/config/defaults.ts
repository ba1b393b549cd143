/** Options a project sets in `config/plugins`; everything else is a setting in the panel. */
export interface PluginConfig {
  /** Secrets for receipts and preview tokens; the first signs, all verify. Empty: derived from `app.keys`. */
  readonly tokenKeys: readonly string[];
  /** Names of our query parameters on ordinary REST routes. */
  readonly parameters: {
    readonly variant: string;
    readonly personalize: string;
    readonly previewToken: string;
  };
  /** `s-maxage` of canonical `?variant=` answers to callers without credentials, seconds. */
  readonly sharedMaxAgeSeconds: number;
  /** CDN whose geo headers are believed; header presence is no proof where the origin is reachable. */
  readonly trustGeoHeaders: 'cloudflare' | 'vercel' | 'cloudfront' | false;
  /**
   * Remember for some seconds who calls our own routes, instead of asking the database each time. Turn it off
   * where a strategy of your own knows callers by their network address alone.
   */
  readonly rememberCallers: boolean;
  /** Let `decide` with `include: 'entry'` read types whose own route has policies, middlewares or a controller. */
  readonly includeEntriesOfGuardedRoutes: boolean;
  /** Path segment of the event endpoint under `/api/contextual`. */
  readonly collectPath: string;
  /** IANA time zone in which days of reports begin. */
  readonly timeZone: string;
  /** How often the version row is read, milliseconds; bounds staleness between instances. */
  readonly pollIntervalMs: number;
  /** Traits that the project declares, beside the catalogue. */
  readonly traits: Readonly<
    Record<string, 'string' | 'number' | 'boolean' | 'date' | 'version' | 'string-list'>
  >;
  /** Days that raw events are kept; never below accepted age + the longest goal window. */
  readonly rawEventDays: number;
}

export const defaultConfig: PluginConfig = {
  tokenKeys: [],
  parameters: { variant: 'variant', personalize: 'personalize', previewToken: 'previewToken' },
  sharedMaxAgeSeconds: 60,
  trustGeoHeaders: false,
  rememberCallers: true,
  includeEntriesOfGuardedRoutes: false,
  collectPath: 'collect',
  timeZone: 'UTC',
  pollIntervalMs: 2_000,
  traits: {},
  rawEventDays: 97,
};
