'use strict';

const { body } = require('./text');

module.exports = [
  {
    slug: 'morgen-press',
    sku: 'COF-MORGEN',
    price: 39,
    purchasePrice: 18.5,
    stock: 88,
    category: 'coffee',
    image: 'french-press',
    interests: [
      { tag: 'coffee', weight: 100 },
      { tag: 'ready-to-buy', weight: 40 },
    ],
    en: {
      name: 'Morgen coffee press, 0.8 litres',
      summary: 'Steel inside and out: warm until the second cup, and nothing that breaks in the sink.',
      description: body(
        'Glass presses are pretty until the first collision with the tap. The Morgen is double-walled steel; it keeps coffee hot for an hour, and the sieve is screwed together instead of welded.',
        'Sieve, spring and knob are on the shelf as single parts. The mesh is the only thing that wears, and it costs four euros.',
      ),
      specs: [
        { name: 'Capacity', value: '0.8', unit: 'l' },
        { name: 'Stays hot', value: '60', unit: 'min' },
      ],
      highlights: [
        { text: 'Sieve comes apart', icon: 'tool' },
        { text: 'Unbreakable', icon: 'check' },
      ],
    },
    de: {
      name: 'Kaffeepresse Morgen, 0,8 Liter',
      summary: 'Innen und außen Stahl: warm bis zur zweiten Tasse, und nichts, was im Spülbecken zerbricht.',
      description: body(
        'Glaskannen sind schön bis zum ersten Zusammenstoß mit dem Wasserhahn. Die Morgen ist aus doppelwandigem Stahl, hält eine Stunde heiß, und ihr Sieb ist verschraubt statt verschweißt.',
        'Sieb, Feder und Knopf liegen bei uns einzeln im Regal. Nur das Gewebe nutzt sich ab, und das kostet vier Euro.',
      ),
      specs: [
        { name: 'Inhalt', value: '0,8', unit: 'l' },
        { name: 'Hält heiß', value: '60', unit: 'min' },
      ],
      highlights: [
        { text: 'Sieb zerlegbar', icon: 'tool' },
        { text: 'Unzerbrechlich', icon: 'check' },
      ],
    },
  },
  {
    slug: 'korn-mill',
    sku: 'COF-KORN',
    price: 89,
    purchasePrice: 43,
    stock: 36,
    category: 'coffee',
    image: 'coffee-grinder',
    interests: [
      { tag: 'coffee', weight: 100 },
      { tag: 'comparing', weight: 30 },
    ],
    en: {
      name: 'Korn hand grinder',
      summary: 'Steel burrs on two bearings: the winner of our test week, and silent at six in the morning.',
      description: body(
        'Forty turns for a cup, and every grain like the next. The axle of the Korn runs in two bearings, so nothing wobbles, and the setting clicks in steps that can be counted.',
        'It comes apart without a tool. The burrs are good for about two hundred kilos of beans, and a new set costs less than half of the mill.',
      ),
      specs: [
        { name: 'Beans at a time', value: '30', unit: 'g' },
        { name: 'Steps', value: '36' },
      ],
      highlights: [
        { text: 'Winner of our test', icon: 'star' },
        { text: 'New burrs for sale', icon: 'tool' },
      ],
    },
    de: {
      name: 'Handmühle Korn',
      summary:
        'Mahlwerk aus Stahl auf zwei Lagern: Sieger unserer Testwoche und um sechs Uhr früh nicht zu hören.',
      description: body(
        'Vierzig Umdrehungen je Tasse, und ein Korn gleicht dem anderen. Die Achse der Korn läuft in zwei Lagern, da wackelt nichts, und die Einstellung rastet in Stufen, die man zählen kann.',
        'Sie lässt sich ohne Werkzeug zerlegen. Das Mahlwerk schafft rund zweihundert Kilo Bohnen, und ein neues kostet weniger als die halbe Mühle.',
      ),
      specs: [
        { name: 'Bohnen je Füllung', value: '30', unit: 'g' },
        { name: 'Stufen', value: '36' },
      ],
      highlights: [
        { text: 'Sieger unseres Tests', icon: 'star' },
        { text: 'Mahlwerk nachzukaufen', icon: 'tool' },
      ],
    },
  },
  {
    slug: 'dampf-2',
    sku: 'COF-DAMPF-2',
    price: 449,
    purchasePrice: 287,
    stock: 17,
    category: 'coffee',
    image: 'espresso-machine',
    data: { watts: 1350 },
    interests: [
      { tag: 'coffee', weight: 90 },
      { tag: 'ready-to-buy', weight: 50 },
    ],
    en: {
      name: 'Dampf 2 espresso machine',
      summary: 'Two levers, one boiler, no display. Everything that can scale up can be reached.',
      description: body(
        'The Dampf 2 does two things, espresso and steam, and shows both with a needle. It is warm after six minutes and forgives a coarse grind.',
        'Behind the tray sit three screws; behind these, pump, valve and boiler. Our workshop has descaled it blindfold, for a bet.',
      ),
      specs: [
        { name: 'Warm after', value: '6', unit: 'min' },
        { name: 'Tank', value: '1.8', unit: 'l' },
      ],
      highlights: [
        { text: 'Boiler within reach', icon: 'tool' },
        { text: 'No display', icon: 'check' },
      ],
    },
    de: {
      name: 'Espressomaschine Dampf 2',
      summary: 'Zwei Hebel, ein Kessel, keine Anzeige. An alles, was verkalken kann, kommt man heran.',
      description: body(
        'Die Dampf 2 kann zwei Dinge, Espresso und Dampf, und beides zeigt ein Zeiger. Nach sechs Minuten ist sie warm, und grobes Pulver nimmt sie nicht übel.',
        'Hinter der Tropfschale sitzen drei Schrauben, dahinter Pumpe, Ventil und Kessel. Unsere Werkstatt hat sie mit verbundenen Augen entkalkt, wegen einer Wette.',
      ),
      specs: [
        { name: 'Warm nach', value: '6', unit: 'min' },
        { name: 'Tank', value: '1,8', unit: 'l' },
      ],
      highlights: [
        { text: 'Kessel zugänglich', icon: 'tool' },
        { text: 'Keine Anzeige', icon: 'check' },
      ],
    },
  },
];
