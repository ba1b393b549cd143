// Chapter five: what was seen and done comes back, and the results move by exactly that.
import { randomUUID } from 'node:crypto';
import { HOME } from './demo-story-front-page.mjs';
import { consenting, findUnit } from './demo-story-people.mjs';
import { chapter, printTable } from './demo-story-print.mjs';

const FIGURES = ['units', 'exposures', 'interactions', 'conversions', 'value'];
const FRONT_PAGE = 'front-page';
const PITCH = 'television-pitch';
const PRICE = 899;

/** Sends what forty visitors saw and did, twice, and reads the results before, between and after. */
export async function tellResults(site, people, { check }) {
  chapter('Events in, results out');
  const before = await readAll(site);
  const { events, expected, reach } = await live(site, people);

  const outcomes = await send(site, events);
  const after = await readAll(site);
  check(`${events.length} events are accepted`, tally(outcomes), { accepted: events.length });
  const moved = difference(before, after);
  printTable(
    ['experience / would get / shown', ...FIGURES],
    Object.entries(moved.arms).map(([key, row]) => [key, ...FIGURES.map((figure) => `+${row[figure]}`)]),
  );
  console.log();
  check('the results moved by exactly what was sent', moved.arms, expected);
  check('strangers count as reach and in no comparison', moved.reach, { [FRONT_PAGE]: reach, [PITCH]: 0 });
  check('the front page is compared with its holdout', after.comparisons[FRONT_PAGE], 'holdout');
  check('the A/B test compares its variants', after.comparisons[PITCH], 'variants');

  const again = await send(site, [...events].reverse());
  check('the same events again, in reverse, are duplicates', tally(again), { duplicate: events.length });
  check('and move nothing', difference(after, await readAll(site)).arms, {});

  const forged = events.find((event) => event.receipt);
  const [refused] = await site.collect([
    { ...forged, id: randomUUID(), receipt: `${forged.receipt.slice(0, -4)}AAAA` },
  ]);
  check('a forged receipt is refused', [refused.status, refused.code], ['rejected', 'receipt-foreign']);
}

/** Forty visitors: what they were shown, and what they did; some of them react, some buy. */
async function live(site, people) {
  const start = Date.now() - 60_000;
  const events = [];
  const expected = {};
  let reach = 0;
  const aurora = { contentType: 'api::product.product', uid: 'aurora-55', locale: 'en' };
  /** A new visitor; chance alone could leave a side of a comparison empty, so the first ones are chosen. */
  const visitor = (known, entry, variant) =>
    variant === undefined
      ? consenting(known)
      : findUnit(async (id) => {
          const { data } = await site.decide(consenting(known, id), [entry]);
          return data[0].decisions[0].variant === variant;
        }).then((id) => consenting(known, id));
  const expose = async (context, entry, index) => {
    const { data } = await site.decide(context, [entry]);
    const [{ receipt, experience, variant, wouldBe }] = data[0].decisions;
    const { contentType, documentId, locale } = data[0];
    const seen = { contentType, documentId, ...(locale && { locale }) };
    events.push({ ...event('exposure', context.unit, start + index), receipt, entry: seen });
    const key = `${experience} / ${experience === FRONT_PAGE ? wouldBe : '-'} / ${variant}`;
    return {
      arm: () => (expected[key] ??= Object.fromEntries(FIGURES.map((figure) => [figure, 0]))),
      wouldBe,
    };
  };

  for (let index = 0; index < 24; index += 1) {
    const context = await visitor(people.mender, HOME(), ['base', 'television'][index]);
    const { arm } = await expose(context, HOME(), index);
    add(arm(), { units: 1, exposures: 1 });
    if (index % 3 !== 0) continue;
    events.push(event('interaction', context.unit, start + 1000 + index));
    add(arm(), { interactions: 1, conversions: 1 });
  }
  for (let index = 0; index < 4; index += 1) {
    await expose(consenting(people.stranger), HOME(), index);
    reach += 1;
  }
  for (let index = 0; index < 12; index += 1) {
    const context = await visitor(people.neighbour, aurora, ['base', 'repairable'][index]);
    const { arm } = await expose(context, aurora, index);
    add(arm(), { units: 1, exposures: 1 });
    if (index % 4 !== 0) continue;
    events.push({
      ...event('conversion', context.unit, start + 1000 + index),
      goal: 'purchase',
      value: PRICE,
      currency: 'EUR',
    });
    add(arm(), { conversions: 1, value: PRICE });
  }
  return { events, expected, reach };
}

const event = (type, unit, at) => ({ id: randomUUID(), type, unit, occurredAt: new Date(at).toISOString() });

function add(row, figures) {
  for (const [figure, value] of Object.entries(figures)) row[figure] += value;
}

/** In batches, as a page would send them. */
async function send(site, events) {
  const outcomes = [];
  for (let from = 0; from < events.length; from += 25)
    outcomes.push(...(await site.collect(events.slice(from, from + 25))));
  return outcomes;
}

const tally = (outcomes) => {
  const counts = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** The figures of both experiences by arm, of visitors only. */
async function readAll(site) {
  const read = { arms: {}, reach: {}, comparisons: {} };
  for (const code of [FRONT_PAGE, PITCH]) {
    const result = await site.results(code);
    const visitors = result.unitKinds.find(({ unitKind }) => unitKind === 'visitor');
    read.comparisons[code] = result.comparison;
    read.reach[code] = visitors?.reach ?? 0;
    for (const { wouldBe, arms } of visitors?.groups ?? []) {
      for (const arm of arms) {
        read.arms[`${code} / ${wouldBe ?? '-'} / ${arm.variant}`] = Object.fromEntries(
          FIGURES.map((figure) => [figure, arm[figure]]),
        );
      }
    }
  }
  return read;
}

/** What moved; arms that did not are left out. */
function difference(before, after) {
  const arms = {};
  for (const [key, row] of Object.entries(after.arms)) {
    const moved = Object.fromEntries(
      FIGURES.map((figure) => [figure, row[figure] - (before.arms[key]?.[figure] ?? 0)]),
    );
    if (FIGURES.some((figure) => moved[figure] !== 0)) arms[key] = moved;
  }
  const reach = Object.fromEntries(
    Object.entries(after.reach).map(([code, count]) => [code, count - before.reach[code]]),
  );
  return { arms, reach };
}
