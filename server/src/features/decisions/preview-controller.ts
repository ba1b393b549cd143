import type { Context } from 'koa';
import { issue, type Issue } from '../../../../src/foundation/issue';
import { LIMITS } from '../../../../src/foundation/limits';
import { isRecord, ownValue } from '../../../../src/foundation/plain-object';
import { BASE } from '../../../../src/model/experience';
import type { PreviewTokenResponse } from '../../../../src/protocol/previews';
import { readBody } from '../../http/body';
import { handle, Problem } from '../../http/problem';
import type { PreviewEngines } from './preview-engines';
import type { PreviewGrant, PreviewTokenService } from './preview-tokens';

/** What making preview tokens needs. */
export interface PreviewControllerParts {
  readonly previewTokens: PreviewTokenService;
  readonly previewEngines: PreviewEngines;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const MINUTE = 60_000;

/** `POST /contextual/preview-tokens`. */
export const previewTokenController = ({ previewTokens, previewEngines, now }: PreviewControllerParts) => ({
  create: handle(async (ctx: Context): Promise<PreviewTokenResponse> => {
    ctx.set('Cache-Control', 'private, no-store');
    const issues: Issue[] = [];
    const grant = readGrant(readBody(ctx, { maxBytes: LIMITS.eventBytes }), now(), issues);
    if (issues.length > 0) throw invalid(issues);
    const engine = await previewEngines.engineFor(grant);
    const experience = engine.manifest.experiences.find(({ code }) => code === grant.experience);
    if (!experience)
      throw invalid([issue('experience-unknown', ['experience'], 'There is no such personalization.')]);
    if (grant.variant !== BASE && !experience.variants.some(({ code }) => code === grant.variant)) {
      throw invalid([issue('variant-unknown', ['variant'], 'This personalization has no such variant.')]);
    }
    const { expiresAt } = grant;
    return { data: { token: previewTokens.sign(grant), expiresAt: new Date(expiresAt).toISOString() } };
  }),
});

function readGrant(body: Readonly<Record<string, unknown>>, at: number, issues: Issue[]): PreviewGrant {
  const text = (name: string): string | undefined => {
    const value = ownValue(body, name);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value !== '' && value.length <= LIMITS.stringLength) return value;
    issues.push(issue('preview-malformed', [name], `Send "${name}" as text, or leave it out.`));
    return undefined;
  };
  const required = (name: string): string => {
    const value = text(name);
    if (value === undefined) issues.push(issue('preview-malformed', [name], `Send "${name}".`));
    return value ?? '';
  };
  const status = text('status') ?? 'published';
  if (status !== 'draft' && status !== 'published') {
    issues.push(issue('preview-malformed', ['status'], 'Send "draft" or "published".'));
  }
  const sentNow = text('now');
  const now = sentNow === undefined ? undefined : Date.parse(sentNow);
  if (now !== undefined && Number.isNaN(now)) {
    issues.push(issue('preview-malformed', ['now'], 'Send an ISO 8601 date and time.'));
  }
  const locale = text('locale');
  return {
    experience: required('experience'),
    variant: required('variant'),
    status: status === 'draft' ? 'draft' : 'published',
    ...(locale !== undefined && { locale }),
    ...(now !== undefined && { now }),
    expiresAt: at + minutesOf(body, issues) * MINUTE,
  };
}

function minutesOf(body: Readonly<Record<string, unknown>>, issues: Issue[]): number {
  const minutes = isRecord(body)
    ? (ownValue(body, 'expiresInMinutes') ?? LIMITS.previewMinutes)
    : LIMITS.previewMinutes;
  if (typeof minutes === 'number' && minutes >= 1 && minutes <= LIMITS.previewMinutesMost) return minutes;
  const message = `Send minutes, 1 to ${LIMITS.previewMinutesMost}.`;
  issues.push(issue('preview-malformed', ['expiresInMinutes'], message));
  return LIMITS.previewMinutes;
}

const invalid = (issues: readonly Issue[]) =>
  new Problem({
    status: 400,
    code: issues[0]?.code ?? 'preview-malformed',
    message: issues[0]?.message ?? 'The preview cannot be made.',
    issues,
  });
