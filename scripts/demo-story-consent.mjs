// Chapter four: what still works after "no, thank you".
import { consenting, findUnit, refusing } from './demo-story-people.mjs';
import { chapter, printTable } from './demo-story-print.mjs';
import { HOME } from './demo-story-front-page.mjs';

/** Asks for the same with and without consent, under one id, so that holdout and draw are the same. */
export async function tellConsent(site, people, { check }) {
  chapter('Consent refused: what works');
  const shoes = { contentType: 'api::article.article', uid: 'how-a-hiking-shoe-should-fit', locale: 'en' };
  const banner = { contentType: 'api::banner.banner', uid: 'delivery' };
  const aurora = { contentType: 'api::product.product', uid: 'aurora-55', locale: 'en' };
  const decided = async (context, entry) => {
    const { data, meta } = await site.decide(context, [entry]);
    return { ...data[0].decisions[0], unitKind: meta.unit.kind };
  };
  const id = await findUnit(async (candidate) => {
    const home = await decided(consenting(people.letterOnly, candidate), HOME());
    const shoe = await decided(consenting(people.customer, candidate), shoes);
    const test = await decided(consenting(people.neighbour, candidate), aurora);
    return home.variant !== 'base' && shoe.variant !== 'base' && test.variant !== 'base';
  });
  const cases = [
    {
      fact: 'what was read in this visit',
      who: 'menderOnly',
      entry: HOME(),
      yes: 'television',
      no: 'television',
    },
    {
      fact: 'a month of hiking pages',
      who: 'hiker',
      entry: HOME(),
      yes: 'hiking',
      no: 'base',
      because: 'base-no-match',
    },
    { fact: 'the campaign of this visit', who: 'letterOnly', entry: HOME(), yes: 'autumn', no: 'autumn' },
    {
      fact: 'an earlier purchase',
      who: 'customer',
      entry: shoes,
      yes: 'buyer',
      no: 'base',
      because: 'base-no-match',
    },
    { fact: 'an A/B test whose goal is on the page', who: 'stranger', entry: banner, same: true },
    {
      fact: 'an A/B test measured by purchases',
      who: 'neighbour',
      entry: aurora,
      yes: 'repairable',
      no: 'base',
      because: 'base-no-consent',
    },
  ];
  const rows = [];
  const told = [];
  for (const { fact, who, entry, yes, no, because, same } of cases) {
    const given = await decided(consenting(people[who], id), entry);
    const refused = await decided(refusing(people[who], id), entry);
    const works = given.variant === refused.variant && refused.reason !== 'base-no-consent';
    rows.push([fact, given.variant, refused.variant, works ? 'works' : 'needs consent', refused.reason]);
    if (same) told.push([`${fact}: the same with and without consent`, refused.variant, given.variant]);
    else
      told.push([`${fact}: ${yes} with consent, ${no} without`, [given.variant, refused.variant], [yes, no]]);
    if (because) told.push([`${fact}: without consent because ${because}`, refused.reason, because]);
    told.push([
      `${fact}: counted as page visit, not as visitor`,
      [given.unitKind, refused.unitKind],
      ['visitor', 'page-visit'],
    ]);
  }
  printTable(['what is known', 'with consent', 'refused', '', 'reason when refused'], rows);
  console.log();
  for (const statement of told) check(...statement);
  const claimed = await decided({ ...refusing(people.hiker), unit: { kind: 'visitor', id } }, HOME());
  check('a visitor id sent without consent is forgotten', claimed.unitKind, 'page-visit');
}
