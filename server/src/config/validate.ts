import { z } from '@strapi/utils';

const ATTRIBUTE_TYPE = z.enum(['string', 'number', 'boolean', 'date', 'version', 'string-list']);
const PARAMETER = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/);

const SCHEMA = z.strictObject({
  tokenKeys: z.array(z.string().min(16)).max(10),
  parameters: z.strictObject({ variant: PARAMETER, personalize: PARAMETER, previewToken: PARAMETER }),
  sharedMaxAgeSeconds: z.number().int().min(0).max(86_400),
  trustGeoHeaders: z.union([z.literal(false), z.enum(['cloudflare', 'vercel', 'cloudfront'])]),
  rememberCallers: z.boolean(),
  includeEntriesOfGuardedRoutes: z.boolean(),
  collectPath: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone, for example "Europe/Berlin"'),
  pollIntervalMs: z.number().int().min(250).max(5_000),
  traits: z.record(z.string().max(64), ATTRIBUTE_TYPE),
  rawEventDays: z.number().int().min(14).max(760),
});

/**
 * Refuses a configuration that the plugin cannot honour.
 * @throws Error naming every wrong option; Strapi shows it and does not start.
 */
export function validateConfig(config: unknown): void {
  const parsed = SCHEMA.safeParse(config);
  if (parsed.success) return;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'config'}: ${issue.message}`,
  );
  throw new Error(`plugin "contextual" in config/plugins is not usable. ${problems.join('; ')}`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
