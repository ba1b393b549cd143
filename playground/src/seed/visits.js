'use strict';

const { articles, UIDS } = require('./entries');

/** What kinds of people come, how many of a hundred they are, what they have just read, and what they look at then. */
const PEOPLE = [
  { share: 15, read: [], see: ['home', 'delivery'] },
  {
    share: 17,
    read: ['sound-but-no-picture', 'stripes-on-the-screen'],
    see: ['home', 'which-television-suits-your-room', 'aurora-55'],
  },
  { share: 8, read: ['which-television-suits-your-room'], see: ['home', 'aurora-55', 'delivery'] },
  {
    share: 18,
    read: ['three-walks-from-the-station', 'how-a-hiking-shoe-should-fit'],
    see: ['home', 'how-a-hiking-shoe-should-fit', 'delivery'],
  },
  { share: 9, read: ['choosing-a-washing-machine', 'when-washing-smells'], see: ['home', 'delivery'] },
  {
    share: 9,
    read: ['a-good-cup-in-five-minutes', 'the-grinder-comes-first'],
    see: ['home', 'the-first-hour-of-the-day', 'delivery'],
  },
  {
    share: 9,
    read: ['a-bicycle-for-the-way-to-work', 'by-bicycle-through-the-winter'],
    see: ['the-first-hour-of-the-day', 'stille-over'],
  },
  {
    share: 9,
    read: ['a-desk-at-the-window', 'a-chair-for-eight-hours'],
    see: ['the-first-hour-of-the-day', 'stille-over', 'delivery'],
  },
  { share: 6, read: [], see: ['home', 'delivery'], campaign: { name: 'autumn', medium: 'email' } },
];

const tagsOf = new Map(articles.map(({ slug, interests = [] }) => [slug, interests]));
const isArticle = (slug) => tagsOf.has(slug);

/**
 * One visit: the context that its page would send, the entries that it shows, and dimensions for reports.
 * @param random generator of this visitor alone.
 */
function describeVisit(random, index) {
  const { read, see, campaign } = random.pick(PEOPLE.map((person) => [person, person.share]));
  const locale = random.chance(0.55) ? 'de' : 'en';
  const country = random.pick([
    ['DE', 6],
    ['AT', 2],
    ['CH', 1],
    ['NL', 1],
    ['FR', 1],
  ]);
  const device = random.pick([
    ['desktop', 5],
    ['mobile', 4],
    ['tablet', 1],
  ]);
  const consents = random.chance(0.7);
  const buysAgain = random.chance(0.12);
  const context = {
    consent: { personalization: consents, analytics: consents },
    unit: { kind: consents ? 'visitor' : 'page-visit', id: `simulated-${index}` },
    location: { country },
    device: { type: device },
    ...(campaign && { campaign }),
    ...(read.length > 0 && {
      // Without `at`: as of the decision, so that a second telling decides the same, however much later it comes.
      interests: { visit: profileOf(read), lasting: {} },
    }),
    ...(consents && buysAgain && { history: { purchase: { count: 1, daysSince: 40 } } }),
  };
  const entries = see.map((slug) => entryOf(slug, locale));
  return { context, entries, dimensions: { source: 'simulated', country, device } };
}

/** As `learn` counts a page view: each tag by its weight. */
function profileOf(slugs) {
  const profile = {};
  for (const { tag, weight } of slugs.flatMap((slug) => tagsOf.get(slug)))
    profile[tag] = (profile[tag] ?? 0) + weight / 100;
  return profile;
}

function entryOf(slug, locale) {
  if (slug === 'home') return { contentType: UIDS.home, locale };
  if (slug === 'delivery') return { contentType: UIDS.banner, uid: slug };
  return { contentType: isArticle(slug) ? UIDS.article : UIDS.product, uid: slug, locale };
}

module.exports = { describeVisit };
