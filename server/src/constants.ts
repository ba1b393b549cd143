/** Id of the plugin: prefix of its uids, routes, tables and translations. */
export const PLUGIN_ID = 'contextual';

/** Uids of the records. */
export const UID = {
  interestTag: 'plugin::contextual.interest-tag',
  audience: 'plugin::contextual.audience',
  goal: 'plugin::contextual.goal',
  experience: 'plugin::contextual.experience',
  variant: 'plugin::contextual.variant',
  variantContent: 'plugin::contextual.variant-content',
  entryInterest: 'plugin::contextual.entry-interest',
  entryAudience: 'plugin::contextual.entry-audience',
  weightsVersion: 'plugin::contextual.weights-version',
  campaign: 'plugin::contextual.campaign',
} as const;

export type RecordUid = (typeof UID)[keyof typeof UID];

/** Raw models: high-volume or internal tables without Content Manager, webhooks or roles. */
export const TABLE = {
  events: 'contextual_events',
  participations: 'contextual_participations',
  rollups: 'contextual_rollups',
  eventDays: 'contextual_event_days',
  quarantine: 'contextual_quarantine',
  versions: 'contextual_versions',
  leases: 'contextual_leases',
  mediaLinks: 'contextual_media_links',
  affected: 'contextual_affected',
} as const;

/** Uid of the raw model of what edits elsewhere changed. */
export const UID_AFFECTED = 'plugin::contextual.affected-row';

/** Uid of the sibling content type that holds variant content of `baseUid`'s entries. */
export const isVariantUid = (uid: string): boolean =>
  uid.startsWith('plugin::contextual.') && uid.endsWith('-variant');
