/** Flat names of other tools (OFREP, GrowthBook, Unleash) and where they belong in a visitor context. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['country', 'location.country'],
  ['countryCode', 'location.country'],
  ['region', 'location.region'],
  ['city', 'location.city'],
  ['postalCode', 'location.postalCode'],
  ['continent', 'location.continent'],
  ['utm_source', 'campaign.source'],
  ['utmSource', 'campaign.source'],
  ['utm_medium', 'campaign.medium'],
  ['utmMedium', 'campaign.medium'],
  ['utm_campaign', 'campaign.name'],
  ['utmCampaign', 'campaign.name'],
  ['utm_term', 'campaign.term'],
  ['utmTerm', 'campaign.term'],
  ['utm_content', 'campaign.content'],
  ['utmContent', 'campaign.content'],
  ['utm_id', 'campaign.id'],
  ['deviceType', 'device.type'],
  ['browser', 'browser.name'],
  ['os', 'os.name'],
  ['url', 'page.url'],
  ['path', 'page.path'],
  ['query', 'page.query'],
  ['search', 'page.query'],
  ['host', 'page.host'],
  ['title', 'page.title'],
  ['pageTitle', 'page.title'],
  ['referrer', 'page.referrer'],
  ['language', 'locale'],
  ['appVersion', 'app.version'],
]);

/** Names under which other tools send the visitor id, most telling first. */
export const VISITOR_ID_ALIASES = ['targetingKey', 'visitorId', 'anonymousId', 'id'] as const;

/** Sent by other tools, never facts for rules: the server knows them or must not keep them. */
export const IGNORED_KEYS: ReadonlySet<string> = new Set(['now', 'ip', 'userAgent', ...VISITOR_ID_ALIASES]);

/** The canonical path of a flat name, for example `location.country` for `country`. */
export const canonicalPath = (alias: string): string | undefined => ALIASES.get(alias);
