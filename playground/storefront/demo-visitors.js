'use strict';

/**
 * The people that the switcher plays. `reads`: articles before this visit to the page, by days or minutes ago;
 * what they teach is learned from the tags that editors gave them, as on a real device.
 */
const REPAIRS = ['sound-but-no-picture', 'stripes-on-the-screen'];
const WALKS = ['three-walks-from-the-station', 'how-a-hiking-shoe-should-fit'];

/** Two hiking pages every other day for a month, the last time the day before yesterday. */
const MONTH_OF_HIKING = Array.from({ length: 15 }, (_, index) => 30 - 2 * index).flatMap((daysAgo) =>
  WALKS.map((slug, page) => ({ slug, minutesAgo: daysAgo * 1440 - page })),
);

const DEMO_VISITORS = {
  stranger: { consents: true, reads: [], knows: {} },
  'television-reader': {
    consents: true,
    reads: [...MONTH_OF_HIKING, ...REPAIRS.map((slug, page) => ({ slug, minutesAgo: 5 - page }))],
    knows: { location: { country: 'DE' } },
  },
  hiker: { consents: true, reads: MONTH_OF_HIKING, knows: { location: { country: 'AT' } } },
  'campaign-visitor': {
    consents: true,
    reads: [],
    knows: { campaign: { name: 'autumn', medium: 'email' }, location: { country: 'DE' } },
  },
  'returning-customer': {
    consents: true,
    reads: [],
    knows: { location: { country: 'DE' }, session: { isReturning: true } },
    bought: { count: 1, daysAgo: 12 },
  },
  // Has hiked for a month too, but said no: so the shop never learned it.
  'consent-refused': { consents: false, reads: [], knows: { location: { country: 'AT' } } },
};

const FIRST_VISITOR = 'stranger';

module.exports = { DEMO_VISITORS, FIRST_VISITOR };
