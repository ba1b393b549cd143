import { all, type BenchCondition, type BenchRule } from '../generate/bench-rule';
import { makeContexts, NOW, peerContextOf, type BenchContext, type PeerContext } from '../generate/contexts';
import type { Random } from '../generate/random';

const TEN: readonly BenchCondition[] = [
  { kind: 'among', attribute: 'location.country', values: ['DE', 'AT', 'CH'] },
  { kind: 'at-least', attribute: 'session.count', value: 3 },
  { kind: 'at-least', attribute: 'interests.topic-7', value: 0.3 },
  { kind: 'starts-with', attribute: 'page.path', value: '/products/' },
  { kind: 'equals', attribute: 'campaign.source', value: 'newsletter' },
  { kind: 'equals', attribute: 'device.type', value: 'mobile' },
  { kind: 'among', attribute: 'traits.industry', values: ['retail', 'media'] },
  { kind: 'not-among', attribute: 'traits.lifecycle', values: ['churned', 'lead'] },
  { kind: 'date-from', attribute: 'traits.signedUpAt', value: '2025-01-01' },
  { kind: 'version-from', attribute: 'app.version', value: '3.2.0' },
];

/** Rules of 1, 3 and 10 conditions. */
export const HANDWRITTEN_RULES: Readonly<Record<1 | 3 | 10, BenchRule>> = {
  1: all(TEN.slice(0, 1)),
  3: all(TEN.slice(0, 3)),
  10: all(TEN),
};

interface Visitor {
  readonly location?: { readonly country?: string };
  readonly session?: { readonly count?: number };
  readonly interests?: Readonly<Record<string, number>>;
  readonly page?: { readonly path?: string };
  readonly campaign?: { readonly source?: string };
  readonly device?: { readonly type?: string };
  readonly traits?: { readonly industry?: string; readonly lifecycle?: string; readonly signedUpAt?: string };
  readonly app?: { readonly version?: string };
}

const isGermanSpeaking = (visitor: Visitor): boolean => {
  const country = visitor.location?.country;
  return country === 'DE' || country === 'AT' || country === 'CH';
};

const isAtLeast32 = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 2);
};

const three = (visitor: Visitor): boolean =>
  isGermanSpeaking(visitor) &&
  (visitor.session?.count ?? 0) >= 3 &&
  (visitor.interests?.['topic-7'] ?? 0) >= 0.3;

/** The same rules as somebody would write them who needs no editor, no check and no explanation. */
export const handwritten: Readonly<Record<1 | 3 | 10, (visitor: Visitor) => boolean>> = {
  1: isGermanSpeaking,
  3: three,
  10: (visitor) => {
    const { industry, lifecycle, signedUpAt } = visitor.traits ?? {};
    return (
      three(visitor) &&
      (visitor.page?.path ?? '').startsWith('/products/') &&
      visitor.campaign?.source === 'newsletter' &&
      visitor.device?.type === 'mobile' &&
      (industry === 'retail' || industry === 'media') &&
      lifecycle !== 'churned' &&
      lifecycle !== 'lead' &&
      (signedUpAt ?? '') >= '2025-01-01' &&
      isAtLeast32(visitor.app?.version ?? '')
    );
  },
};

/** Visitors for whom all ten conditions hold, alike in nothing else. */
export const visitorsWhoMatch = (random: Random, count: number): BenchContext[] =>
  makeContexts(random, count).map(({ context }) => {
    const matching = {
      ...context,
      location: { country: random.pick(['DE', 'AT', 'CH']) },
      session: { count: random.between(3, 40), pageViews: 1 },
      page: { path: `/products/section-${random.between(1, 20)}/page-${random.int(200)}` },
      campaign: { source: 'newsletter', medium: 'email', name: `campaign-${random.int(80)}` },
      device: { type: 'mobile' },
      traits: {
        ...context.traits,
        industry: random.pick(['retail', 'media']),
        lifecycle: random.pick(['customer', 'trial']),
        signedUpAt: `2026-0${random.between(1, 9)}-15`,
      },
      app: { version: `${random.between(4, 9)}.${random.int(20)}.${random.int(10)}` },
      interests: {
        visit: { ...context.interests?.visit, 'topic-7': 50 },
        lasting: context.interests?.lasting ?? {},
        at: new Date(NOW).toISOString(),
      },
    };
    const parsed = JSON.parse(JSON.stringify(matching)) as typeof context;
    return { context: parsed, peer: JSON.parse(JSON.stringify(peerContextOf(parsed))) as PeerContext };
  });
