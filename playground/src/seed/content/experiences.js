'use strict';

const { paragraph } = require('./text');

const ARTICLE = 'api::article.article';
const PRODUCT = 'api::product.product';
const BANNER = 'api::banner.banner';

/** Components and media: the buying guide for those who have a broken set on the table, and for small screens. */
const buyingGuide = {
  code: 'buying-guide',
  name: 'The buying guide for menders',
  selection: 'relevance',
  goal: 'interaction',
  holdout: 1000,
  variants: [
    {
      code: 'mender',
      name: 'With a broken set at home',
      audiences: ['television-menders'],
      contents: [
        {
          entry: { uid: ARTICLE, slug: 'which-television-suits-your-room' },
          en: ({ picture, product }) => ({
            teaser:
              'Before you choose a new set: what the old one is still worth, and what to look for inside.',
            cover: picture('television-repair'),
            gallery: [picture('television-repair'), picture('television-aurora')],
            products: [product('aurora-55')],
            readingMinutes: 5,
            seo: {
              metaTitle: 'A new television after a repair that was not worth it',
              metaDescription: 'Screws, boards, spare parts: choose the next set so that you can open it.',
            },
            blocks: [
              {
                __component: 'sections.rich-text',
                width: 'narrow',
                body: [
                  paragraph(
                    'You have had a set open. Then you know what to look for: ordinary screws, numbered boards, connectors with latches. All three can be seen in the shop if you ask for a look at the back.',
                  ),
                ],
              },
              {
                __component: 'sections.product-list',
                heading: 'Opens with one screwdriver',
                products: [product('aurora-55')],
              },
              {
                __component: 'sections.teaser',
                heading: 'What your old set is still worth',
                text: 'Panel, boards and stand: we buy what works.',
                image: picture('workbench'),
                link: { label: 'Have it valued', url: '/workshop/value' },
              },
            ],
          }),
          de: ({ picture, product }) => ({
            teaser:
              'Bevor Sie ein neues Gerät wählen: was das alte noch wert ist und worauf man im Inneren achtet.',
            cover: picture('television-repair'),
            gallery: [picture('television-repair'), picture('television-aurora')],
            products: [product('aurora-55')],
            readingMinutes: 5,
            seo: {
              metaTitle: 'Ein neuer Fernseher, wenn sich die Reparatur nicht lohnt',
              metaDescription:
                'Schrauben, Platinen, Ersatzteile: das nächste Gerät so wählen, dass man es öffnen kann.',
            },
            blocks: [
              {
                __component: 'sections.rich-text',
                width: 'narrow',
                body: [
                  paragraph(
                    'Sie hatten ein Gerät offen. Dann wissen Sie, worauf es ankommt: gewöhnliche Schrauben, nummerierte Platinen, Stecker mit Riegel. Alle drei sind im Laden zu sehen, wenn man darum bittet, den Rücken zu zeigen.',
                  ),
                ],
              },
              {
                __component: 'sections.product-list',
                heading: 'Öffnet sich mit einem Schraubendreher',
                products: [product('aurora-55')],
              },
              {
                __component: 'sections.teaser',
                heading: 'Was Ihr altes Gerät noch wert ist',
                text: 'Panel, Platinen und Fuß: Wir kaufen, was funktioniert.',
                image: picture('workbench'),
                link: { label: 'Schätzen lassen', url: '/workshop/value' },
              },
            ],
          }),
        },
      ],
    },
    {
      code: 'phone',
      name: 'Short, for small screens',
      audiences: ['on-the-phone'],
      contents: [
        {
          entry: { uid: ARTICLE, slug: 'which-television-suits-your-room' },
          en: () => ({
            teaser: 'Distance to the sofa in centimetres, divided by 4.5: that is your size in inches.',
            body: [
              paragraph('Two and a half metres from the wall: 55 inches. Two metres: 43.'),
              paragraph('Sun on the screen: choose bright and matt. Evenings only: choose deep black.'),
            ],
            readingMinutes: 1,
            contextualEmpty: ['gallery'],
          }),
          de: () => ({
            teaser: 'Abstand zum Sofa in Zentimetern, geteilt durch 4,5: Das ist Ihre Größe in Zoll.',
            body: [
              paragraph('Zweieinhalb Meter bis zur Wand: 55 Zoll. Zwei Meter: 43.'),
              paragraph('Sonne auf dem Schirm: hell und matt. Nur abends: tiefes Schwarz.'),
            ],
            readingMinutes: 1,
            contextualEmpty: ['gallery'],
          }),
        },
      ],
    },
  ],
};

/** Title, teaser and products of one article. */
const shoeAdvice = {
  code: 'shoe-advice',
  name: 'Shoe advice for those who walk already',
  selection: 'relevance',
  goal: 'letter',
  holdout: 1000,
  variants: [
    {
      code: 'experienced',
      name: 'For keen hikers',
      audiences: ['keen-hikers'],
      contents: [
        {
          entry: { uid: ARTICLE, slug: 'how-a-hiking-shoe-should-fit' },
          en: ({ product }) => ({
            title: 'Your next pair: what two thousand kilometres teach',
            teaser:
              'You know your size. Now read the sole of the old pair: it tells you which shoe comes next.',
            products: [product('grat-mid')],
          }),
          de: ({ product }) => ({
            title: 'Ihr nächstes Paar: was zweitausend Kilometer lehren',
            teaser:
              'Ihre Größe kennen Sie. Lesen Sie nun die alte Sohle: Sie sagt, welcher Schuh als nächster kommt.',
            products: [product('grat-mid')],
          }),
        },
      ],
    },
    {
      code: 'buyer',
      name: 'Ready to buy',
      audiences: ['ready-to-buy'],
      contents: [
        {
          entry: { uid: ARTICLE, slug: 'how-a-hiking-shoe-should-fit' },
          en: () => ({
            teaser: 'Both pairs home, one pair back: try them on your own stairs, for thirty days.',
          }),
          de: () => ({
            teaser:
              'Zwei Paar nach Hause, eins zurück: Probieren Sie auf der eigenen Treppe, dreißig Tage lang.',
          }),
        },
      ],
    },
  ],
};

/** A split on a content type without languages and drafts. */
const deliveryBanner = {
  code: 'delivery-banner',
  name: 'Price or speed on the delivery banner',
  selection: 'split',
  goal: 'interaction',
  variants: [
    {
      code: 'speed',
      name: 'Speed first',
      share: 5000,
      contents: [
        {
          entry: { uid: BANNER, slug: 'delivery' },
          en: ({ picture }) => ({
            headline: 'Here the day after tomorrow',
            text: 'Order before noon. From 50 € the van costs you nothing.',
            image: picture('delivery-van'),
            cta: { label: 'When does it arrive?', url: '/delivery?from=speed' },
          }),
        },
      ],
    },
  ],
};

/** Two entries: whoever sees one television described by its insides sees the other so too. */
const televisionPitch = {
  code: 'television-pitch',
  name: 'Picture or repair as the first argument',
  selection: 'split',
  audiences: ['neighbours'],
  goal: 'purchase',
  guardrails: ['goods-returned'],
  variants: [
    {
      code: 'repairable',
      name: 'Repair first',
      share: 5000,
      contents: [
        {
          entry: { uid: PRODUCT, slug: 'aurora-55' },
          en: () => ({
            summary: 'A set that never has to go to the dump: every part can be replaced.',
            highlights: [{ text: 'Every board has a number', icon: 'tool' }],
          }),
          de: () => ({
            summary: 'Ein Gerät, das nie auf den Müll muss: Jedes Teil lässt sich ersetzen.',
            highlights: [{ text: 'Jede Platine trägt eine Nummer', icon: 'tool' }],
          }),
        },
        {
          entry: { uid: PRODUCT, slug: 'lumen-43' },
          en: () => ({
            summary: 'Small, bright, and closed with screws instead of glue.',
            highlights: [{ text: 'Screws instead of glue', icon: 'tool' }],
          }),
          de: () => ({
            summary: 'Klein, hell und mit Schrauben verschlossen statt verklebt.',
            highlights: [{ text: 'Schrauben statt Kleber', icon: 'tool' }],
          }),
        },
      ],
    },
  ],
};

module.exports = [
  require('./front-page'),
  buyingGuide,
  shoeAdvice,
  deliveryBanner,
  televisionPitch,
  ...require('./morning-and-quiet'),
];
