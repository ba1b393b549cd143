import { calendarDay } from '../../../src/events/calendar-day';
import type { ExperienceFacts } from '../../../src/events/experience-facts';
import { isFinal, participationOf } from '../../../src/events/participation';
import type { RecordedEvent } from '../../../src/events/recorded-event';
import { DEFAULT_GOAL, type Goal } from '../../../src/model/goal';

const DAY = 86_400_000;
const NOON = Date.parse('2026-03-10T12:00:00Z');
const dayOf = calendarDay('Europe/Berlin');

const ORDER: Goal = {
  code: 'order',
  event: 'order-completed',
  kind: 'value',
  scope: 'visitor',
  windowDays: 3,
  cap: 500,
  currency: 'EUR',
  direction: 'up',
};

const facts = (more: Partial<ExperienceFacts> = {}): ExperienceFacts => ({
  code: 'hero',
  selection: 'relevance',
  variants: new Set(['base', 'tv', 'shoes']),
  goals: [DEFAULT_GOAL, ORDER],
  entries: new Set(['api::home.home/h1']),
  ...more,
});

let counter = 0;
const event = (
  type: RecordedEvent['type'],
  at: number,
  more: Partial<RecordedEvent> = {},
): RecordedEvent => ({
  hash: String(++counter).padStart(64, '0'),
  type,
  at,
  verification: 'signed',
  ...more,
});

const exposure = (at: number, variant = 'tv', wouldBe = variant, more: Partial<RecordedEvent> = {}) =>
  event('exposure', at, {
    decision: { experience: 'hero', variant, wouldBe, propensity: 0.9, weightsVersion: 1 },
    ...more,
  });

const order = (at: number, value: number, more: Partial<RecordedEvent> = {}) =>
  event('conversion', at, { goal: 'order-completed', value: value * 10_000, ...more });

const of = (events: RecordedEvent[], known = facts(), kind: 'visitor' | 'page-visit' = 'visitor') =>
  participationOf(events, known, kind, dayOf);

describe('a participation', () => {
  it('opens with the earliest counted exposure, whichever came in first', () => {
    const opened = of([
      exposure(NOON + 5, 'shoes'),
      exposure(NOON, 'tv', 'tv', { dimensions: { device: 'phone' } }),
    ]);
    expect(opened).toMatchObject({
      variant: 'tv',
      at: NOON,
      day: '2026-03-10',
      dimensions: { device: 'phone' },
    });
  });

  it('takes the smaller event hash when two exposures happened at once', () => {
    const first = exposure(NOON, 'tv');
    const second = exposure(NOON, 'shoes');
    expect(of([second, first])?.variant).toBe('tv');
  });

  it('has the day of the project, not of the server', () => {
    expect(of([exposure(Date.parse('2026-03-10T23:30:00Z'))])?.day).toBe('2026-03-11');
  });

  it('is not opened by base that nobody was held out from, nor by what nobody vouches for', () => {
    expect(of([exposure(NOON, 'base')])).toBeNull();
    expect(of([exposure(NOON, 'tv', 'tv', { verification: 'unverified' })])).toBeNull();
    expect(of([order(NOON, 5)])).toBeNull();
    expect(of([exposure(NOON, 'base')], facts({ selection: 'split' }))?.variant).toBe('base');
  });

  it('is opened by a held-out unit as base that would have been a variant', () => {
    expect(of([exposure(NOON, 'base', 'tv')])).toMatchObject({ variant: 'base', wouldBe: 'tv' });
  });

  it('counts conversions from the exposure until the window ends, capped, in the currency of the goal', () => {
    const events = [
      exposure(NOON),
      order(NOON - 1, 1),
      order(NOON, 2),
      order(NOON + 3 * DAY - 1, 3),
      order(NOON + 3 * DAY, 4),
      order(NOON + 1, 100, { currency: 'USD' }),
      order(NOON + 1, 10, { currency: 'EUR' }),
    ];
    expect(of(events)?.goals.order).toEqual({ y: 150_000, d: 0 });
    expect(of([...events, order(NOON + 2, 490)])?.goals.order).toEqual({ y: 5_000_000, d: 0 });
  });

  it('keeps the days of events apart, with their whole value', () => {
    const days = of([
      exposure(NOON),
      order(NOON + 1, 600),
      order(NOON + DAY, 1),
      order(NOON + DAY + 1, 2),
    ])?.days;
    expect(days).toEqual([
      { day: '2026-03-10', goal: 'order', count: 1, value: 6_000_000 },
      { day: '2026-03-11', goal: 'order', count: 2, value: 30_000 },
    ]);
  });

  it('does not claim reactions on other entries or of other experiences', () => {
    const reactions = (more: Partial<RecordedEvent>) =>
      of([exposure(NOON), event('interaction', NOON + 1, more)])?.goals.interaction?.y;
    expect(reactions({})).toBe(10_000);
    expect(reactions({ entry: 'api::home.home/h1' })).toBe(10_000);
    expect(reactions({ entry: 'api::article.article/other' })).toBe(0);
    expect(reactions({ experience: 'other' })).toBe(0);
    expect(reactions({ experience: 'hero', entry: 'api::article.article/other' })).toBe(10_000);
  });

  it('measures no goal that needs a visitor for a page visit, and knows nothing of its past', () => {
    const opened = of([event('view', NOON - 5), exposure(NOON), order(NOON + 1, 5)], facts(), 'page-visit');
    expect(Object.keys(opened?.goals ?? {})).toEqual(['interaction']);
    expect(opened?.viewsBefore).toBeNull();
    expect(opened?.days).toEqual([]);
  });

  it('counts the views of the week before as covariate', () => {
    const views = [
      event('view', NOON - 7 * DAY - 1),
      event('view', NOON - 7 * DAY),
      event('view', NOON - DAY),
      event('view', NOON - 1),
      event('view', NOON),
    ];
    expect(of([...views, exposure(NOON)])?.viewsBefore).toBe(3);
  });

  it('adds numerator and denominator of a ratio by count or value', () => {
    const perView: Goal = { ...DEFAULT_GOAL, code: 'per-view', kind: 'ratio', denominator: 'view' };
    const events = [
      exposure(NOON),
      event('view', NOON + 1),
      event('view', NOON + 2),
      event('interaction', NOON + 3),
    ];
    expect(of(events, facts({ goals: [perView] }))?.goals['per-view']).toEqual({ y: 10_000, d: 20_000 });
  });

  it('counts no exposure that nobody vouches for, not even below a ratio', () => {
    const perExposure: Goal = { ...DEFAULT_GOAL, code: 'per', kind: 'ratio', denominator: 'exposure' };
    const unverified = exposure(NOON + 1, 'tv', 'tv', { verification: 'unverified' });
    const events = [exposure(NOON), unverified, exposure(NOON + 2), event('interaction', NOON + 3)];
    expect(of(events, facts({ goals: [perExposure] }))?.goals.per).toEqual({ y: 10_000, d: 20_000 });
  });

  it('knows that a unit was both shown and held out, but not two variants of relevance, as multiple', () => {
    expect(of([exposure(NOON), exposure(NOON + 1, 'base', 'tv')])?.multiple).toBe(true);
    expect(of([exposure(NOON), exposure(NOON + 1, 'shoes')])?.multiple).toBe(false);
    expect(of([exposure(NOON), exposure(NOON + 1, 'base', 'base')])?.multiple).toBe(false);
  });

  it('knows two variants of a split as multiple only under one weights version', () => {
    const split = facts({ selection: 'split' });
    const later = exposure(NOON + 1, 'shoes');
    const moved = { ...later, decision: { ...later.decision!, weightsVersion: 2 } };
    expect(of([exposure(NOON), later], split)?.multiple).toBe(true);
    const opened = of([exposure(NOON), moved], split);
    expect(opened?.multiple).toBe(false);
    expect(opened?.seen).toEqual([
      [1, 'tv'],
      [2, 'shoes'],
    ]);
  });

  it('adds no values in a currency to a goal without one, and none at all to a rate', () => {
    const bare: Goal = { ...ORDER, currency: undefined };
    const euros = [exposure(NOON), order(NOON + 1, 5, { currency: 'EUR' }), order(NOON + 2, 3)];
    expect(of(euros, facts({ goals: [bare] }))?.goals.order).toEqual({ y: 30_000, d: 0 });
    const rate = of(euros, facts({ goals: [{ ...bare, kind: 'rate' }] }));
    expect(rate?.goals.order).toEqual({ y: 10_000, d: 0 });
    expect(rate?.days).toEqual([{ day: '2026-03-10', goal: 'order', count: 2, value: 0 }]);
  });

  it('is final once it is closed, and when its first exposure is no longer among the events', () => {
    const stored = of([exposure(NOON)])!;
    expect(isFinal(stored, stored, stored.closesAt)).toBe(false);
    expect(isFinal(stored, stored, stored.closesAt + 1)).toBe(true);
    expect(isFinal(stored, of([exposure(NOON + 1)])!, NOON)).toBe(true);
    expect(isFinal(stored, of([exposure(NOON - 1)])!, NOON)).toBe(false);
  });

  it('is not changed by any event that can still be accepted once it is closed', () => {
    const before = of([exposure(NOON)]);
    const acceptedAt = (before?.closesAt ?? 0) - 7 * DAY;
    const late = [
      order(acceptedAt, 5),
      exposure(acceptedAt, 'base', 'tv'),
      event('interaction', acceptedAt),
      event('view', acceptedAt),
    ];
    expect(of([exposure(NOON, 'tv', 'tv', { hash: '0' }), ...late])).toEqual(
      of([exposure(NOON, 'tv', 'tv', { hash: '0' })]),
    );
  });
});
