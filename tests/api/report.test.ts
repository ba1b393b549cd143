import { createTestApp, type RunningApp } from '../support/boot';
import {
  batch,
  createCountedRecords,
  event,
  receiptSigner,
  RELEVANCE,
  SPLIT,
  visitor,
} from '../support/counting';
import type { Unit } from '../../src/model/visitor-context';

const DAY = 86_400_000;
/** Ten in the morning of these days; the project's time zone is UTC. */
const MIDNIGHT = Math.floor(Date.now() / DAY) * DAY;
const MONDAY = MIDNIGHT - 3 * DAY + 10 * 3_600_000;
const TUESDAY = MONDAY + DAY;
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

const app = createTestApp();
let running: RunningApp;
let sign: ReturnType<typeof receiptSigner>;

beforeAll(async () => {
  running = await app.boot();
  await createCountedRecords(running.strapi);
  sign = receiptSigner(running.strapi);
});

afterAll(async () => {
  await running?.stop();
  app.remove();
});

const statuses = async (...events: object[]) => {
  const { body } = await running.http
    .post('/api/contextual/collect')
    .send(batch(...events))
    .expect(200);
  return body.data.map(({ status, code }: { status: string; code?: string }) => code ?? status) as string[];
};
const result = async (path: string) =>
  (
    await running.http
      .get(`/contextual/results${path}`)
      .set('Authorization', `Bearer ${await running.adminToken()}`)
      .expect(200)
  ).body;

const on = (type: string, unit: Unit, at: number, more: object = {}) =>
  event(type, unit, { occurredAt: new Date(at).toISOString(), ...more });
const seen = (unit: Unit, at: number, variant: string, wouldBe: string, more: object = {}) =>
  on('exposure', unit, at, { receipt: sign(unit, { variant, wouldBe, issuedAt: at, ...more }) });
const order = (unit: Unit, at: number, value: number, currency?: string) =>
  on('conversion', unit, at, { goal: 'order', value, ...(currency && { currency }) });

describe('the report of a personalization', () => {
  it('says what the events say, each number added up by hand', async () => {
    const [ann, bob, cid, dan, eve] = [visitor(), visitor(), visitor(), visitor(), visitor()];
    const page: Unit = { kind: 'page-visit', id: 'one-page' };
    const unsigned = {
      ...{ experience: RELEVANCE, variant: 'tv', wouldBe: 'tv', reason: 'audience' },
      ...{ propensity: 0.4, weightsVersion: 1, manifestVersion: 1 },
    };
    expect(
      await statuses(
        // Ann is shown tv on Monday, again on Tuesday, reacts twice, orders for 30.50 and 600.
        seen(ann, MONDAY, 'tv', 'tv'),
        seen(ann, TUESDAY, 'tv', 'tv'),
        on('interaction', ann, MONDAY + 1_000),
        on('interaction', ann, TUESDAY + 1_000),
        order(ann, MONDAY + 2_000, 30.5, 'EUR'),
        order(ann, TUESDAY + 2_000, 600),
        // Bob is shown tv on Tuesday, and was held out an hour later: multiple exposure, counted where he was first.
        seen(bob, TUESDAY, 'tv', 'tv'),
        seen(bob, TUESDAY + 3_600_000, 'base', 'tv'),
        // Cid is held out on Monday and orders for 20 on Tuesday; his order before it is nobody's.
        order(cid, MONDAY - 1_000, 99),
        seen(cid, MONDAY, 'base', 'tv'),
        order(cid, TUESDAY, 20),
        // Dan is shown shoes: another comparison. Eve got base and would have: reach.
        seen(dan, MONDAY, 'shoes', 'shoes'),
        seen(eve, MONDAY, 'base', 'base'),
        order(eve, MONDAY + 1_000, 1_000),
        // Nobody vouches for this one.
        on('exposure', visitor(), MONDAY, { decision: unsigned }),
        // A page visit reacts once; what it orders cannot be measured.
        seen(page, MONDAY, 'tv', 'tv', { unitKind: 'page-visit' }),
        on('interaction', page, MONDAY + 1_000),
        order(page, MONDAY + 2_000, 50),
        // Dollars cannot be added to euros.
        order(ann, TUESDAY + 3_000, 5, 'USD'),
      ),
    ).toEqual([...Array(18).fill('accepted'), 'currency']);

    const { data } = await result(`/${RELEVANCE}`);
    expect(data).toMatchObject({ comparison: 'holdout', goal: 'order', currency: 'EUR' });
    expect(
      data.unitKinds.map(({ unitKind, reach, unverified }: any) => [unitKind, reach, unverified]),
    ).toEqual([
      ['visitor', 1, 1],
      ['page-visit', 0, 0],
    ]);
    // Compared by its own goal, over days whose window has passed: none yet. A page visit cannot order.
    const [ofVisitors, ofPages] = data.unitKinds.map(({ comparisons: [own] }: any) => own);
    expect(ofVisitors).toMatchObject({ goal: 'order', role: 'goal', currency: 'EUR', problem: null });
    expect(ofVisitors.comparisons.map(({ problem }: any) => problem)).toContain('no-closed-day');
    expect(ofPages).toMatchObject({ goal: 'order', problem: 'not-measurable', comparisons: [] });
    expect(data.unitKinds[0].health.multipleExposure).toMatchObject({
      units: 4,
      multiple: 1,
      tooMany: false,
    });
    const groups = data.unitKinds[0].groups;
    expect(groups.map(({ wouldBe, comparable }: any) => [wouldBe, comparable])).toEqual([
      ['shoes', false],
      ['tv', true],
    ]);
    const [held, shown] = groups[1].arms;
    // Cid: 1 unit, 1 order of 20. Bob's hour in the holdout is an exposure of base, and no unit.
    expect(held).toMatchObject({
      ...{ variant: 'base', heldOut: true, units: 1, exposures: 2, multiple: 0 },
      ...{ interactions: 0, conversions: 1, value: 20, unverified: 0 },
    });
    expect(held.goals).toContainEqual({ goal: 'order', events: 1, total: 20, denominator: 0 });
    // Ann and Bob: 2 units, 2 + 1 exposures; Ann's reactions and orders: 2, and 30.50 + 600 = 630.50,
    // of which the goal's cap leaves 500 per unit. She is one unit that reacted.
    expect(shown).toMatchObject({
      ...{ variant: 'tv', heldOut: false, units: 2, exposures: 3, multiple: 1 },
      ...{ interactions: 2, conversions: 2, value: 630.5, unverified: 1 },
    });
    expect(shown.goals).toEqual([
      { goal: 'interaction', events: 2, total: 1, denominator: 0 },
      { goal: 'order', events: 2, total: 500, denominator: 0 },
    ]);
    // Monday: Ann and the one nobody vouches for. Tuesday: Bob is new, Ann's second exposure, reaction and order.
    expect(shown.days).toEqual([
      {
        ...{ day: dateOf(MONDAY), units: 1, exposures: 1, interactions: 1 },
        ...{ conversions: 1, value: 30.5, unverified: 1 },
      },
      {
        ...{ day: dateOf(TUESDAY), units: 1, exposures: 2, interactions: 1 },
        ...{ conversions: 1, value: 600, unverified: 0 },
      },
    ]);
    expect(data.unitKinds[1].groups[0].arms).toMatchObject([
      { variant: 'tv', units: 1, exposures: 1, interactions: 1, conversions: 0, value: 0 },
    ]);

    // In the list: visitors 1 (shoes) + 1 (held out) + 2 (tv) = 4 units; exposures 1 + 2 + 3 = 6; value 20 + 630.50.
    const listed = (await result('')).data.find(({ experience }: any) => experience === RELEVANCE);
    expect(listed).toMatchObject({ currency: 'EUR', comparison: 'holdout' });
    expect(listed.unitKinds).toEqual([
      { unitKind: 'visitor', units: 4, exposures: 6, interactions: 2, conversions: 3, value: 650.5 },
      { unitKind: 'page-visit', units: 1, exposures: 1, interactions: 1, conversions: 0, value: 0 },
    ]);
  });

  it('cannot be compared while nobody is on the other side', async () => {
    const unit = visitor();
    await statuses(seen(unit, MONDAY, 'green', 'green', { experience: SPLIT, propensity: 0.5 }));
    expect((await result(`/${SPLIT}`)).data.comparison).toBe('none');
    const other = visitor();
    await statuses(seen(other, MONDAY, 'base', 'base', { experience: SPLIT, propensity: 0.5 }));
    expect((await result(`/${SPLIT}`)).data.comparison).toBe('variants');
  });
});

describe('what is not counted', () => {
  it('stays a bounded sample under a flood, without anybody’s id', async () => {
    const unit = visitor('a-visitor-id');
    for (let call = 0; call < 8; call += 1) {
      const bad = Array.from({ length: 50 }, () => event('exposure', unit, { receipt: 'forged' }));
      expect(new Set(await statuses(...bad))).toEqual(new Set(['receipt-malformed']));
    }
    await running.strapi.plugin('contextual').service('events').stop();
    const table = () => running.strapi.db.getConnection('contextual_quarantine');
    const kept = (await table()) as { id: number; payload: string }[];
    expect(kept.length).toBeLessThan(400);
    expect(JSON.stringify(kept)).not.toContain('a-visitor-id');
    const { id } = kept.at(-1)!;
    await table().insert({ id: id + 10_000, code: 'id', received_at: Date.now(), payload: '{}' });
    await statuses(event('exposure', unit, { receipt: 'forged' }));
    await running.strapi.plugin('contextual').service('events').stop();
    expect(((await table()) as unknown[]).length).toBe(2);
  });
});
