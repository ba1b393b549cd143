// The people of the story, and what is known of them.
import { randomUUID } from 'node:crypto';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Who reads what. Their devices learn as the published core does, from the tags that editors gave the articles.
 * @param learn of the core.
 */
export async function meetPeople(site, learn, now) {
  const article = async (slug) =>
    site.tagsOf('api::article.article', await site.documentId('articles', slug));
  const repairs = [await article('sound-but-no-picture'), await article('stripes-on-the-screen')];
  const walks = [
    await article('three-walks-from-the-station'),
    await article('how-a-hiking-shoe-should-fit'),
  ];
  const washing = [await article('choosing-a-washing-machine'), await article('when-washing-smells')];

  const readAt = (pages, at, profile) =>
    pages.reduce(
      (known, tags, index) =>
        learn(known, { kind: 'view', tags, at: new Date(at + index * MINUTE).toISOString() }),
      profile,
    );
  /** Two hiking pages every other day for a month, the last time the day before yesterday. */
  const monthOfHiking = (at) =>
    Array.from({ length: 15 }, (_, index) => at - (30 - 2 * index) * DAY).reduce(
      (profile, day) => readAt(walks, day, profile),
      undefined,
    );
  const mendsSince = (at) => readAt(repairs, at, monthOfHiking(at));

  return {
    stranger: {},
    mender: { interests: mendsSince(now - 5 * MINUTE) },
    menderLater: { interests: mendsSince(now - 185 * MINUTE) },
    menderOnly: { interests: readAt(repairs, now - 5 * MINUTE) },
    hiker: { interests: monthOfHiking(now) },
    washer: { interests: readAt(washing, now - 5 * MINUTE) },
    letterReader: { interests: mendsSince(now - 5 * MINUTE), campaign: { name: 'autumn', medium: 'email' } },
    letterOnly: { campaign: { name: 'autumn', medium: 'email' } },
    customer: { history: { purchase: { count: 1, daysSince: 12 } } },
    neighbour: { location: { country: 'DE' } },
  };
}

/** A visitor who allows it to be remembered that he was here. */
export const consenting = (known, id = randomUUID()) => ({
  ...known,
  consent: { personalization: true, analytics: true },
  unit: { kind: 'visitor', id },
});

/** The same person after "no, thank you". */
export const refusing = (known, id = randomUUID()) => ({
  ...known,
  consent: { personalization: false },
  unit: { kind: 'page-visit', id },
});

/**
 * An id that `wanted` accepts: one visitor in ten is held out to measure the others, and the story needs both kinds.
 * @param wanted asks the site and answers a promise of true or false.
 */
export async function findUnit(wanted) {
  for (let tries = 0; tries < 200; tries += 1) {
    const id = randomUUID();
    if (await wanted(id)) return id;
  }
  throw new Error('Two hundred visitors, and none is as the story needs one.');
}
