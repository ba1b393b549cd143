'use strict';

const { body } = require('./text');

module.exports = [
  {
    slug: 'pendel-7',
    sku: 'BIKE-PENDEL-7',
    price: 1190,
    purchasePrice: 742,
    stock: 11,
    category: 'bicycles',
    image: 'commuter-bicycle',
    interests: [
      { tag: 'bicycles', weight: 100 },
      { tag: 'commuting', weight: 90 },
      { tag: 'ready-to-buy', weight: 40 },
    ],
    en: {
      name: 'Pendel 7 commuter bicycle',
      summary: 'Seven gears in the hub, light in the wheel, mudguards down to the axle.',
      description: body(
        'The Pendel is built for four hundred rides a year. Hub gear, roller brakes and dynamo want a service every three years and are otherwise left in peace. The frame has room for tyres that forgive tram rails.',
        'Price includes the first service after three hundred kilometres, and the adjusting of seat and handlebar before the first.',
      ),
      specs: [
        { name: 'Weight', value: '16.8', unit: 'kg' },
        { name: 'Gears', value: '7' },
        { name: 'Frame heights', value: '48 to 62', unit: 'cm' },
      ],
      highlights: [
        { text: 'First service included', icon: 'star' },
        { text: 'Light that is always there', icon: 'check' },
      ],
    },
    de: {
      name: 'Alltagsrad Pendel 7',
      summary: 'Sieben Gänge in der Nabe, Licht im Vorderrad, Schutzbleche bis auf Achshöhe.',
      description: body(
        'Das Pendel ist für vierhundert Fahrten im Jahr gebaut. Nabenschaltung, Rollenbremsen und Dynamo wollen alle drei Jahre gewartet und sonst in Ruhe gelassen werden. Der Rahmen hat Platz für Reifen, die Straßenbahnschienen verzeihen.',
        'Im Preis sind die erste Durchsicht nach dreihundert Kilometern und das Einstellen von Sattel und Lenker vor dem ersten.',
      ),
      specs: [
        { name: 'Gewicht', value: '16,8', unit: 'kg' },
        { name: 'Gänge', value: '7' },
        { name: 'Rahmenhöhen', value: '48 bis 62', unit: 'cm' },
      ],
      highlights: [
        { text: 'Erste Durchsicht inbegriffen', icon: 'star' },
        { text: 'Licht, das immer da ist', icon: 'check' },
      ],
    },
  },
  {
    slug: 'klapp-20',
    sku: 'BIKE-KLAPP-20',
    price: 890,
    purchasePrice: 561,
    stock: 6,
    category: 'bicycles',
    image: 'folding-bicycle',
    interests: [
      { tag: 'bicycles', weight: 90 },
      { tag: 'commuting', weight: 100 },
      { tag: 'small-flat', weight: 50 },
    ],
    en: {
      name: 'Klapp 20 folding bicycle',
      summary: 'Folded in twelve seconds, and small enough to count as luggage.',
      description: body(
        'Two hinges, one strap: the Klapp fits between the seats of a regional train and under a desk. Its wheels are large enough for cobblestones, and it rolls while folded, so that you need not carry its eleven kilos.',
        'The hinge bolts are standard parts, and we keep them in stock.',
      ),
      specs: [
        { name: 'Weight', value: '11.4', unit: 'kg' },
        { name: 'Folded', value: '78 × 60 × 34', unit: 'cm' },
      ],
      highlights: [
        { text: 'Goes as luggage', icon: 'check' },
        { text: 'Standard bolts', icon: 'tool' },
      ],
    },
    de: {
      name: 'Faltrad Klapp 20',
      summary: 'In zwölf Sekunden gefaltet und klein genug, um als Gepäck zu gelten.',
      description: body(
        'Zwei Gelenke, ein Riemen: Das Klapp passt im Regionalzug zwischen die Sitze und im Büro unter den Tisch. Seine Räder sind groß genug für Kopfsteinpflaster, und gefaltet rollt es, sodass niemand elf Kilo tragen muss.',
        'Die Bolzen der Gelenke sind Normteile, und wir haben sie auf Lager.',
      ),
      specs: [
        { name: 'Gewicht', value: '11,4', unit: 'kg' },
        { name: 'Gefaltet', value: '78 × 60 × 34', unit: 'cm' },
      ],
      highlights: [
        { text: 'Fährt als Gepäck mit', icon: 'check' },
        { text: 'Bolzen nach Norm', icon: 'tool' },
      ],
    },
  },
  {
    slug: 'stand-pump',
    sku: 'BIKE-PUMP',
    price: 49,
    purchasePrice: 22,
    stock: 73,
    category: 'bicycles',
    image: 'standing-pump',
    interests: [
      { tag: 'bicycles', weight: 80 },
      { tag: 'mends-things', weight: 60 },
    ],
    en: {
      name: 'Atem standing pump',
      summary: 'A wooden handle, a steel foot, and a gauge that is still right after ten years.',
      description: body(
        'Twenty strokes for a city tyre. The head fits all three kinds of valve without an adapter that gets lost, and the leather washer wants one drop of oil a year.',
        'Washer, hose and gauge are sold singly.',
      ),
      specs: [
        { name: 'Pressure', value: 'up to 8', unit: 'bar' },
        { name: 'Height', value: '64', unit: 'cm' },
      ],
      highlights: [
        { text: 'Fits every valve', icon: 'check' },
        { text: 'All parts sold singly', icon: 'tool' },
      ],
    },
    de: {
      name: 'Standpumpe Atem',
      summary: 'Ein Griff aus Holz, ein Fuß aus Stahl und ein Manometer, das nach zehn Jahren noch stimmt.',
      description: body(
        'Zwanzig Hübe für einen Stadtreifen. Der Kopf passt auf alle drei Ventile, ohne Adapter, der verloren geht, und die Ledermanschette will im Jahr einen Tropfen Öl.',
        'Manschette, Schlauch und Manometer gibt es einzeln.',
      ),
      specs: [
        { name: 'Druck', value: 'bis 8', unit: 'bar' },
        { name: 'Höhe', value: '64', unit: 'cm' },
      ],
      highlights: [
        { text: 'Passt auf jedes Ventil', icon: 'check' },
        { text: 'Alle Teile einzeln', icon: 'tool' },
      ],
    },
  },
];
