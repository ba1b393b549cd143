// Chapter one: the same front page for different people. Chapter two: the same answer by three ways.
import { chapter, printTable } from './demo-story-print.mjs';
import { consenting, findUnit } from './demo-story-people.mjs';
import { why } from './demo-story-why.mjs';

export const HOME = (locale = 'en') => ({ contentType: 'api::home.home', locale });
const POPULATE = { hero: true, featured: { fields: ['slug'] } };
const POPULATE_QUERY = 'populate[hero]=true&populate[featured][fields][0]=slug';

const PEOPLE = [
  {
    name: 'a stranger',
    who: 'stranger',
    variant: 'base',
    reason: 'base-no-match',
    products: ['aurora-55', 'grat-mid', 'quell-8'],
  },
  {
    name: 'mends a television now, hiked for a month',
    who: 'mender',
    variant: 'television',
    reason: 'affinity',
    products: ['aurora-55'],
  },
  {
    name: 'the same in German',
    who: 'mender',
    locale: 'de',
    variant: 'television',
    reason: 'affinity',
    products: ['aurora-55'],
  },
  {
    name: 'the same three hours later',
    who: 'menderLater',
    variant: 'hiking',
    reason: 'affinity',
    products: ['grat-mid', 'steig-low'],
  },
  {
    name: 'hiked for a month',
    who: 'hiker',
    variant: 'hiking',
    reason: 'affinity',
    products: ['grat-mid', 'steig-low'],
  },
  {
    name: 'reads on washing machines',
    who: 'washer',
    variant: 'washing',
    reason: 'affinity',
    products: ['quell-8'],
  },
  {
    name: 'the mender, by a link of the autumn letter',
    who: 'letterReader',
    variant: 'autumn',
    reason: 'audience',
    products: ['repair-set-32'],
  },
  {
    name: 'a stranger by the letter, in German',
    who: 'letterOnly',
    locale: 'de',
    variant: 'autumn',
    reason: 'audience',
    products: ['repair-set-32'],
  },
];

/** Who sees what on the front page, with the reason and its sentence. */
export async function tellFrontPage(site, people, { check }) {
  chapter('The front page, asked for by different people');
  const shownTo = findShown(site, people);
  const rows = [];
  const told = [];
  for (const { name, who, locale = 'en', variant, reason, products } of PEOPLE) {
    const context = consenting(people[who], await shownTo());
    const { data } = await site.decide(context, [{ ...HOME(locale), populate: POPULATE }], {
      include: 'entry',
    });
    const [{ decisions, entry }] = data;
    const { explanation } = await site.explain(context, HOME(locale));
    rows.push([name, entry.headline, decisions[0].variant, decisions[0].reason, why(explanation[0])]);
    told.push([
      `${name}: ${variant}, because ${reason}`,
      [decisions[0].variant, decisions[0].reason],
      [variant, reason],
    ]);
    told.push([`${name}: is offered ${products.join(', ')}`, slugsOf(entry), products]);
    told.push([
      `${name}: the explanation tells of the same decision`,
      explanation[0].decision.variant,
      variant,
    ]);
  }
  rows.push(await heldOut(site, people, told));
  printTable(['who', 'headline', 'shown', 'reason', 'why'], rows);
  console.log();
  for (const statement of told) check(...statement);
  const headline = (index) => rows[index][1];
  check('German visitors read German', headline(2) !== headline(1) && /öffnen/.test(headline(2)));
}

/** One visitor in ten is kept on the default. */
async function heldOut(site, people, told) {
  const decided = async (id) =>
    (await site.decide(consenting(people.mender, id), [HOME()])).data[0].decisions[0];
  const id = await findUnit(async (candidate) => (await decided(candidate)).reason === 'holdout');
  const { variant, wouldBe, reason } = await decided(id);
  told.push([
    'one visitor in ten is held out, and it is kept what he would have got',
    [variant, wouldBe],
    ['base', 'television'],
  ]);
  const { explanation } = await site.explain(consenting(people.mender, id), HOME());
  const { body } = await site.read('/api/home?locale=en&fields[0]=headline');
  return ['mends a television, but is held out', body.data.headline, variant, reason, why(explanation[0])];
}

/** Ids of visitors who are not held out from the front page. */
export const findShown = (site, people) => () =>
  findUnit(async (id) => {
    const { data } = await site.decide(consenting(people.letterOnly, id), [HOME()]);
    return data[0].decisions[0].reason !== 'holdout';
  });

const slugsOf = (entry) => entry.featured.map(({ slug }) => slug).sort();
const seen = (entry) => ({ headline: entry.headline, hero: entry.hero.heading, featured: slugsOf(entry) });

/** `decide`, `?variant=` and `?personalize=true` deliver the same. */
export async function tellWays(site, people, { check }) {
  chapter('Three ways to the same page');
  const context = consenting(people.mender, await findShown(site, people)());
  const { data } = await site.decide(context, [{ ...HOME(), populate: POPULATE }], { include: 'entry' });
  const [{ entry, variantKey }] = data;
  const byKey = await site.read(`/api/home?locale=en&variant=${variantKey}&${POPULATE_QUERY}`);
  const inOneTrip = await site.read(`/api/home?locale=en&personalize=true&${POPULATE_QUERY}`, {
    'x-contextual-context': Buffer.from(JSON.stringify(context)).toString('base64url'),
  });
  const plain = await site.read(`/api/home?locale=en&${POPULATE_QUERY}`);
  const stale = await site.read(`/api/home?locale=en&variant=front-page.gone&${POPULATE_QUERY}`);
  const cacheOf = ({ headers }) => headers.get('cache-control') ?? 'none';
  printTable(
    ['way', 'cache', 'headline'],
    [
      ['POST /api/contextual/decide', 'private', entry.headline],
      [`GET /api/home?variant=${variantKey}`, cacheOf(byKey), byKey.body.data.headline],
      ['GET /api/home?personalize=true', cacheOf(inOneTrip), inOneTrip.body.data.headline],
      ['GET /api/home', cacheOf(plain), plain.body.data.headline],
      ['GET /api/home?variant=front-page.gone', cacheOf(stale), stale.body.data.headline],
    ],
  );
  console.log();
  check('the key of the page names experience and variant', variantKey, 'front-page.television');
  check('?variant= delivers what decide delivered', seen(byKey.body.data), seen(entry));
  check('?personalize=true delivers the same in one trip', seen(inOneTrip.body.data), seen(entry));
  check('and says what it decided', inOneTrip.body.meta.contextual.meta.variantKey, variantKey);
  check('a variant by its URL may be cached by everyone', /public/.test(cacheOf(byKey)));
  check('a page made for one visitor may not', cacheOf(inOneTrip), 'private, no-store');
  check('an unknown variant is the default page', seen(stale.body.data), seen(plain.body.data));
}
