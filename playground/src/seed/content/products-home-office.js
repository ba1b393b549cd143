'use strict';

const { body } = require('./text');

module.exports = [
  {
    slug: 'werk-desk-140',
    sku: 'HOME-WERK-140',
    price: 499,
    purchasePrice: 298,
    stock: 13,
    category: 'home-office',
    image: 'standing-desk',
    interests: [
      { tag: 'home-office', weight: 100 },
      { tag: 'ready-to-buy', weight: 40 },
    ],
    en: {
      name: 'Werk 140 desk',
      summary: 'Solid beech on a frame that goes up with a crank: no motor, no error code.',
      description: body(
        'Twenty turns from sitting to standing. The crank of the Werk needs no socket, makes no noise in a call and will not be discontinued. The top is beech, oiled, and can be sanded down when the children have discovered it.',
        'Two people put it up in half an hour. If there is only one, we come along.',
      ),
      specs: [
        { name: 'Top', value: '140 × 75', unit: 'cm' },
        { name: 'Height', value: '68 to 116', unit: 'cm' },
      ],
      highlights: [
        { text: 'Works without a socket', icon: 'leaf' },
        { text: 'Top can be sanded', icon: 'tool' },
      ],
    },
    de: {
      name: 'Schreibtisch Werk 140',
      summary: 'Massive Buche auf einem Gestell mit Kurbel: kein Motor, kein Fehlercode.',
      description: body(
        'Zwanzig Umdrehungen vom Sitzen zum Stehen. Die Kurbel des Werk braucht keine Steckdose, stört in keinem Gespräch und wird nicht eingestellt. Die Platte ist geölte Buche und lässt sich abschleifen, wenn die Kinder sie entdeckt haben.',
        'Zu zweit steht er in einer halben Stunde. Wer allein ist, bekommt uns dazu.',
      ),
      specs: [
        { name: 'Platte', value: '140 × 75', unit: 'cm' },
        { name: 'Höhe', value: '68 bis 116', unit: 'cm' },
      ],
      highlights: [
        { text: 'Geht ohne Steckdose', icon: 'leaf' },
        { text: 'Platte abschleifbar', icon: 'tool' },
      ],
    },
  },
  {
    slug: 'sitz-3',
    sku: 'HOME-SITZ-3',
    price: 369,
    purchasePrice: 204,
    stock: 19,
    category: 'home-office',
    image: 'office-chair',
    interests: [
      { tag: 'home-office', weight: 100 },
      { tag: 'comparing', weight: 30 },
    ],
    en: {
      name: 'Sitz 3 office chair',
      summary: 'It moves forty times an hour, and so do you.',
      description: body(
        'The back of the Sitz 3 follows, the seat tilts along, and the feet stay where they are. Wool cover with a zip, for the washing machine at thirty degrees.',
        'Gas spring, castors and armrests are held by screws that every hardware shop has. Twelve years of spare parts, in writing.',
      ),
      specs: [
        { name: 'Seat height', value: '41 to 54', unit: 'cm' },
        { name: 'Spare parts', value: '12', unit: 'years' },
      ],
      highlights: [
        { text: 'Cover is washable', icon: 'check' },
        { text: 'Twelve years of parts', icon: 'leaf' },
      ],
    },
    de: {
      name: 'Bürostuhl Sitz 3',
      summary: 'Er bewegt sich vierzigmal in der Stunde, und Sie sich mit.',
      description: body(
        'Die Lehne des Sitz 3 geht mit, der Sitz neigt sich, und die Füße bleiben, wo sie sind. Der Bezug ist aus Wolle, hat einen Reißverschluss und darf bei dreißig Grad in die Maschine.',
        'Gasfeder, Rollen und Armlehnen halten Schrauben, die jeder Baumarkt hat. Zwölf Jahre Ersatzteile, schriftlich.',
      ),
      specs: [
        { name: 'Sitzhöhe', value: '41 bis 54', unit: 'cm' },
        { name: 'Ersatzteile', value: '12', unit: 'Jahre' },
      ],
      highlights: [
        { text: 'Bezug waschbar', icon: 'check' },
        { text: 'Zwölf Jahre Ersatzteile', icon: 'leaf' },
      ],
    },
  },
  {
    slug: 'mittag-lamp',
    sku: 'HOME-MITTAG',
    price: 119,
    purchasePrice: 57,
    stock: 33,
    category: 'home-office',
    image: 'desk-lamp',
    energyClass: 'A',
    interests: [
      { tag: 'home-office', weight: 90 },
      { tag: 'small-flat', weight: 30 },
    ],
    en: {
      name: 'Mittag desk lamp',
      summary: 'Noon on the page, evening on the wall, and a bulb that you can unscrew.',
      description: body(
        'Two lights in one arm: the lower one white for paper, the upper one warm for the wall. Each has its own switch, and both dim without flickering.',
        'No light is built in for ever: the Mittag takes ordinary bulbs, and they may come from anywhere.',
      ),
      specs: [
        { name: 'Reach', value: '82', unit: 'cm' },
        { name: 'Power when on', value: '11', unit: 'W' },
      ],
      highlights: [
        { text: 'Bulb can be changed', icon: 'tool' },
        { text: 'Light for page and wall', icon: 'star' },
      ],
    },
    de: {
      name: 'Schreibtischlampe Mittag',
      summary: 'Mittag auf dem Blatt, Abend an der Wand und eine Birne, die sich herausdrehen lässt.',
      description: body(
        'Zwei Lichter an einem Arm: das untere weiß fürs Papier, das obere warm für die Wand. Jedes hat seinen Schalter, und beide dimmen, ohne zu flimmern.',
        'Hier ist kein Licht für immer eingebaut: Die Mittag nimmt gewöhnliche Birnen, und sie dürfen von überallher kommen.',
      ),
      specs: [
        { name: 'Reichweite', value: '82', unit: 'cm' },
        { name: 'Leistung im Betrieb', value: '11', unit: 'W' },
      ],
      highlights: [
        { text: 'Birne austauschbar', icon: 'tool' },
        { text: 'Licht für Blatt und Wand', icon: 'star' },
      ],
    },
  },
];
