'use strict';

const ARTICLE = 'api::article.article';
const PRODUCT = 'api::product.product';

const cover =
  (title, teaser, image) =>
  ({ picture }) => ({ title, teaser, cover: picture(image) });
const STORY = { uid: ARTICLE, slug: 'the-first-hour-of-the-day' };

/** The story that the magazine opens with: one text, and a teaser for each kind of morning. */
const morningStory = {
  code: 'morning-story',
  name: 'The morning story, told three ways',
  selection: 'relevance',
  goal: 'interaction',
  holdout: 1000,
  variants: [
    {
      code: 'cup',
      name: 'The cup: for coffee drinkers',
      interests: [{ tag: 'coffee', weight: 100 }],
      contents: [
        {
          entry: STORY,
          en: cover(
            'The first cup of the day',
            'Twenty minutes that belong to nobody else: what four hundred readers do while the water boils.',
            'coffee-table',
          ),
          de: cover(
            'Die erste Tasse des Tages',
            'Zwanzig Minuten, die niemandem sonst gehören: Was vierhundert Leser tun, während das Wasser kocht.',
            'coffee-table',
          ),
        },
      ],
    },
    {
      code: 'road',
      name: 'The road: for those who ride to work',
      interests: [
        { tag: 'commuting', weight: 100 },
        { tag: 'bicycles', weight: 80 },
      ],
      contents: [
        {
          entry: STORY,
          en: cover(
            'The first kilometre of the day',
            'Awake on arrival: why a third of our readers are already on the road at half past six.',
            'winter-road',
          ),
          de: cover(
            'Der erste Kilometer des Tages',
            'Man kommt wach an: Warum ein Drittel unserer Leser um halb sieben schon unterwegs ist.',
            'winter-road',
          ),
        },
      ],
    },
    {
      code: 'desk',
      name: 'The desk: for those who work at home',
      interests: [{ tag: 'home-office', weight: 100 }],
      contents: [
        {
          entry: STORY,
          en: cover(
            'The first line of the day',
            'One hour before the first message counts for two. How to get it, and how to keep it.',
            'desk-window',
          ),
          de: cover(
            'Die erste Zeile des Tages',
            'Eine Stunde vor der ersten Nachricht zählt doppelt. Wie man sie bekommt, und wie man sie behält.',
            'desk-window',
          ),
        },
      ],
    },
  ],
};

const pitch =
  (summary, ...highlights) =>
  () => ({
    summary,
    highlights: highlights.map(([text, icon]) => ({ text, icon })),
  });
const HEADPHONES = { uid: PRODUCT, slug: 'stille-over' };

/** One product page for two reasons to want quiet. */
const quietForWhom = {
  code: 'quiet-for-whom',
  name: 'Quiet on the train or at the desk',
  selection: 'relevance',
  goal: 'purchase',
  guardrails: ['goods-returned'],
  holdout: 1000,
  variants: [
    {
      code: 'train',
      name: 'Quiet on the train',
      audiences: ['on-the-way-to-work'],
      contents: [
        {
          entry: HEADPHONES,
          en: pitch(
            'Takes the rails out of your ears and leaves the announcement in. Thirty-eight hours: a month of commuting.',
            ['The announcement stays audible', 'check'],
            ['Folds flat for the jacket pocket', 'star'],
          ),
          de: pitch(
            'Nimmt Ihnen die Schienen aus den Ohren und lässt die Durchsage drin. Achtunddreißig Stunden: ein Monat Pendeln.',
            ['Durchsagen bleiben hörbar', 'check'],
            ['Flach gefaltet in die Jackentasche', 'star'],
          ),
        },
      ],
    },
    {
      code: 'desk',
      name: 'Quiet at the desk',
      audiences: ['working-at-home'],
      contents: [
        {
          entry: HEADPHONES,
          en: pitch(
            'Eight hours on your head and no pressure on your glasses: quiet while the others have a day off.',
            ['Soft on spectacles', 'check'],
            ['Two devices at a time, laptop and telephone', 'star'],
          ),
          de: pitch(
            'Acht Stunden auf dem Kopf und kein Druck auf der Brille: Ruhe, wenn die anderen frei haben.',
            ['Brillenfreundlich', 'check'],
            ['Zwei Geräte zugleich, Laptop und Telefon', 'star'],
          ),
        },
      ],
    },
  ],
};

module.exports = [morningStory, quietForWhom];
