import { PLUGIN_ID } from '../../../constants';
import type { Strapi } from '../../../strapi';

/** A permission of a users-permissions role or of an API token for one of our actions. */
export interface Grant {
  /** Id of the role or token. */
  readonly holder: number;
  readonly action: string;
}

/** A permission of an administrators' role or of an admin token. */
export interface AdminPermission {
  readonly role?: number;
  readonly apiToken?: number;
  readonly action: string;
  readonly actionParameters?: unknown;
  readonly subject: string | null;
  readonly properties: unknown;
  readonly conditions: unknown;
}

/** What Strapi deletes of one content type while it does not see it. */
export interface TypeSnapshot {
  /** Base content type. */
  readonly variantOf: string;
  readonly permissions: readonly AdminPermission[];
  /** The Content Manager's view configuration. */
  readonly view?: unknown;
}

/** Everything that Strapi deletes in a start without us, but for media links, which have a table. */
export interface Snapshot {
  readonly roleGrants: readonly Grant[];
  readonly tokenGrants: readonly Grant[];
  /** Of our own actions, whatever the type. */
  readonly permissions: readonly AdminPermission[];
  /** By uid of the sibling; types that are turned off keep theirs. */
  readonly types: Readonly<Record<string, TypeSnapshot>>;
}

/** Why something could not be brought back. */
export type SkipReason =
  | 'file-deleted'
  | 'row-deleted'
  | 'holder-deleted'
  | 'type-deleted'
  | 'component-deleted';

/** What the last restoration did, for the log and the panel. */
export interface SurvivalReport {
  /** ISO 8601. */
  readonly at: string;
  readonly restored: Readonly<
    Record<'roleGrants' | 'tokenGrants' | 'permissions' | 'views' | 'mediaLinks', number>
  >;
  readonly skipped: readonly { readonly reason: SkipReason; readonly what: string; readonly count: number }[];
}

/** Our values in the core store, which Strapi never cleans. */
export function survivalStore(strapi: Strapi) {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const value = <T>(key: string) => ({
    get: async () => ((await store.get({ key })) ?? undefined) as T | undefined,
    set: async (next: T) => {
      await store.set({ key, value: next });
    },
  });
  return {
    snapshot: value<Snapshot>('survival-snapshot'),
    /** Uids that came back in a start whose restoration is not finished. */
    returned: value<readonly string[]>('survival-returned'),
    report: value<SurvivalReport>('survival-report'),
    /** Uids on which roles got the rights that they have on the base once. */
    grantedTypes: value<readonly string[]>('granted-types'),
  };
}
