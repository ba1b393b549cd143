'use strict';

const HOME = { uid: 'api::home.home' };

const page =
  (headline, intro, hero, featured) =>
  ({ picture, product }) => ({
    headline,
    intro,
    hero: { ...hero, image: picture(hero.image) },
    featured: featured.map(product),
  });

/** The front page: by campaign first, then by what the visitor reads. */
module.exports = {
  code: 'front-page',
  name: 'What the front page opens with',
  selection: 'relevance',
  goal: 'interaction',
  guardrails: ['goods-returned'],
  holdout: 1000,
  timeZone: 'Europe/Berlin',
  campaign: 'autumn',
  variants: [
    {
      code: 'autumn',
      name: 'Autumn letter',
      audiences: ['autumn-visitors'],
      contents: [
        {
          entry: HOME,
          en: page(
            'You had mail from us: the workshop opens its doors',
            'Show the letter at the bench and the first hour is on the house.',
            {
              heading: 'An hour at the bench, free',
              text: 'Every Saturday in autumn, for whatever stopped working.',
              image: 'workbench',
              link: { label: 'Reserve your hour', url: '/workshop?letter=autumn' },
            },
            ['repair-set-32'],
          ),
          de: page(
            'Sie hatten Post von uns: Die Werkstatt öffnet ihre Türen',
            'Zeigen Sie den Brief an der Werkbank, und die erste Stunde geht aufs Haus.',
            {
              heading: 'Eine Stunde Werkbank, geschenkt',
              text: 'Jeden Samstag im Herbst, für alles, was stehen geblieben ist.',
              image: 'workbench',
              link: { label: 'Stunde reservieren', url: '/workshop?letter=autumn' },
            },
            ['repair-set-32'],
          ),
        },
      ],
    },
    {
      code: 'television',
      name: 'The new television',
      interests: [
        { tag: 'television-repair', weight: 100 },
        { tag: 'television', weight: 50 },
      ],
      contents: [
        {
          entry: HOME,
          en: page(
            'If mending does not help: a set that was built to be opened',
            'Four screws, numbered boards, ten years of spare parts. And we take the old one back.',
            {
              heading: 'The Aurora 55',
              text: 'The television that our workshop asked for.',
              image: 'television-aurora',
              link: { label: 'See the Aurora 55', url: '/products/aurora-55' },
            },
            ['aurora-55'],
          ),
          de: page(
            'Wenn Reparieren nicht hilft: ein Gerät, das man öffnen kann',
            'Vier Schrauben, nummerierte Platinen, zehn Jahre Ersatzteile. Und das alte nehmen wir zurück.',
            {
              heading: 'Der Aurora 55',
              text: 'Der Fernseher, den unsere Werkstatt sich gewünscht hat.',
              image: 'television-aurora',
              link: { label: 'Zum Aurora 55', url: '/products/aurora-55' },
            },
            ['aurora-55'],
          ),
        },
      ],
    },
    {
      code: 'hiking',
      name: 'Shoes and paths',
      interests: [
        { tag: 'hiking', weight: 100 },
        { tag: 'hiking-shoes', weight: 60 },
      ],
      contents: [
        {
          entry: HOME,
          en: page(
            'The next path begins at a station',
            'Three walks for this month, and the shoes that take them.',
            {
              heading: 'Light shoes, long days',
              text: 'The Steig Low dries while you walk.',
              image: 'mountains',
              link: { label: 'To the walks', url: '/magazine/three-walks-from-the-station' },
            },
            ['steig-low', 'grat-mid'],
          ),
          de: page(
            'Der nächste Weg beginnt am Bahnhof',
            'Drei Touren für diesen Monat und die Schuhe, die sie mitgehen.',
            {
              heading: 'Leichte Schuhe, lange Tage',
              text: 'Der Steig Low trocknet beim Gehen.',
              image: 'mountains',
              link: { label: 'Zu den Touren', url: '/magazine/three-walks-from-the-station' },
            },
            ['steig-low', 'grat-mid'],
          ),
        },
      ],
    },
    {
      code: 'washing',
      name: 'Washing machines',
      interests: [{ tag: 'washing-machines', weight: 100 }],
      contents: [
        {
          entry: HOME,
          en: page(
            'Clean, quiet, and it can be repaired',
            'A drum with screws instead of welds: the bearing costs an hour, not a machine.',
            {
              heading: 'The Quell 8',
              text: 'Its short programme is honestly short.',
              image: 'washing-machine',
              link: { label: 'See the Quell 8', url: '/products/quell-8' },
            },
            ['quell-8'],
          ),
          de: page(
            'Sauber, leise und reparierbar',
            'Eine Trommel mit Schrauben statt Schweißnaht: Das Lager kostet eine Stunde, keine Maschine.',
            {
              heading: 'Die Quell 8',
              text: 'Ihr Kurzprogramm ist wirklich kurz.',
              image: 'washing-machine',
              link: { label: 'Zur Quell 8', url: '/products/quell-8' },
            },
            ['quell-8'],
          ),
        },
      ],
    },
  ],
};
