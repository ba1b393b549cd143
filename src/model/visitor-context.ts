import type { InterestProfile } from './interest-profile';

/** The unit that is bucketed and counted. A `visitor` id needs consent; a `page-visit` id lives for one page view. */
export interface Unit {
  readonly kind: 'visitor' | 'page-visit';
  readonly id: string;
}

/** Count and recency of one event name or goal, computed on the visitor's device. */
export interface HistoryCount {
  readonly count?: number;
  readonly daysSince?: number;
}

/** What a device remembers with consent. Keys other than `tag` and `seen` are event names or goal codes. */
export interface VisitorHistory {
  readonly tag?: Readonly<Record<string, { readonly views7d?: number }>>;
  /** Experience code to how often it was seen: a frequency cap is an audience rule on it. */
  readonly seen?: Readonly<Record<string, number>>;
  readonly [eventOrGoal: string]: unknown;
}

/** What is known for one request. Everything is optional: the engine decides for a visitor of whom nothing is known. */
export interface VisitorContext {
  readonly unit?: Unit;
  readonly consent?: {
    readonly personalization?: boolean;
    readonly analytics?: boolean;
    readonly persistence?: boolean;
    readonly gpc?: boolean;
  };
  readonly userId?: string;
  readonly channel?: string;
  readonly page?: {
    readonly url?: string;
    readonly path?: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly referrer?: string;
    readonly title?: string;
    readonly host?: string;
  };
  readonly screenName?: string;
  readonly campaign?: {
    readonly name?: string;
    readonly source?: string;
    readonly medium?: string;
    readonly term?: string;
    readonly content?: string;
    readonly id?: string;
  };
  readonly referrer?: { readonly type?: string; readonly name?: string; readonly url?: string };
  readonly firstTouch?: { readonly campaign?: string; readonly referrer?: string };
  /** BCP 47. */
  readonly locale?: string;
  /** IANA. */
  readonly timezone?: string;
  readonly location?: {
    /** ISO 3166-1 alpha-2. */
    readonly country?: string;
    readonly region?: string;
    readonly city?: string;
    readonly postalCode?: string;
    readonly continent?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  };
  readonly device?: { readonly type?: string; readonly model?: string; readonly manufacturer?: string };
  readonly os?: { readonly name?: string; readonly version?: string };
  readonly browser?: { readonly name?: string; readonly version?: string };
  readonly screen?: { readonly width?: number; readonly height?: number; readonly density?: number };
  readonly preferences?: {
    readonly colorScheme?: string;
    readonly reducedMotion?: boolean;
    readonly saveData?: boolean;
  };
  readonly network?: { readonly effectiveType?: string; readonly cellular?: boolean };
  readonly app?: { readonly name?: string; readonly version?: string; readonly build?: string };
  readonly session?: {
    readonly count?: number;
    readonly pageViews?: number;
    readonly durationMs?: number;
    readonly isReturning?: boolean;
    readonly landingPage?: string;
  };
  /** Project-declared facts; undeclared keys are allowed in the context and never throw. */
  readonly traits?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  readonly interests?: InterestProfile;
  readonly history?: VisitorHistory;
  /** Audiences computed elsewhere (a CDP, an edge), as one attribute that a rule may read. */
  readonly audiences?: readonly string[];
}
