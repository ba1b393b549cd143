'use strict';

const { body } = require('./text');

module.exports = [
  {
    slug: 'schneide-18',
    sku: 'KIT-SCHNEIDE',
    price: 79,
    purchasePrice: 38,
    stock: 54,
    category: 'kitchen',
    image: 'chef-knife',
    interests: [
      { tag: 'kitchen', weight: 100 },
      { tag: 'ready-to-buy', weight: 30 },
    ],
    en: {
      name: 'Schneide 18 kitchen knife',
      summary: 'Eighteen centimetres of carbon steel that takes an edge, and keeps it if you dry it.',
      description: body(
        'Carbon steel grows dark with time and sharper with every stone. The Schneide lies in the hand with its weight above the index finger, so that it falls by itself and is merely guided.',
        'Once a year we sharpen it free of charge. Bring it wrapped in newspaper.',
      ),
      specs: [
        { name: 'Blade', value: '18', unit: 'cm' },
        { name: 'Weight', value: '168', unit: 'g' },
      ],
      highlights: [
        { text: 'Sharpened free once a year', icon: 'star' },
        { text: 'Handle can be changed', icon: 'tool' },
      ],
    },
    de: {
      name: 'Küchenmesser Schneide 18',
      summary:
        'Achtzehn Zentimeter Kohlenstoffstahl, der scharf wird und es bleibt, wenn man ihn abtrocknet.',
      description: body(
        'Kohlenstoffstahl wird mit der Zeit dunkel und mit jedem Stein schärfer. Die Schneide liegt mit dem Gewicht über dem Zeigefinger, sie fällt von selbst und will nur geführt werden.',
        'Einmal im Jahr schärfen wir sie kostenlos. Bringen Sie sie in Zeitung gewickelt.',
      ),
      specs: [
        { name: 'Klinge', value: '18', unit: 'cm' },
        { name: 'Gewicht', value: '168', unit: 'g' },
      ],
      highlights: [
        { text: 'Einmal im Jahr gratis geschärft', icon: 'star' },
        { text: 'Griff austauschbar', icon: 'tool' },
      ],
    },
  },
  {
    slug: 'guss-26',
    sku: 'KIT-GUSS-26',
    price: 64,
    purchasePrice: 29,
    stock: 41,
    category: 'kitchen',
    image: 'cast-iron-pan',
    interests: [{ tag: 'kitchen', weight: 100 }],
    en: {
      name: 'Guss 26 pan',
      summary: 'Cast iron, turned smooth inside: heavy for the wrist, light for the egg.',
      description: body(
        'Most cast pans come rough from the mould. The Guss is turned afterwards, so that it takes three ovens instead of thirty until nothing sticks.',
        'For gas, induction, embers and oven. It will outlive the cooker.',
      ),
      specs: [
        { name: 'Diameter', value: '26', unit: 'cm' },
        { name: 'Weight', value: '2.6', unit: 'kg' },
      ],
      highlights: [
        { text: 'Smooth from the first day', icon: 'check' },
        { text: 'Lasts for generations', icon: 'leaf' },
      ],
    },
    de: {
      name: 'Pfanne Guss 26',
      summary: 'Gusseisen, innen glatt gedreht: schwer fürs Handgelenk, leicht fürs Ei.',
      description: body(
        'Die meisten Gusspfannen kommen rau aus der Form. Die Guss wird danach gedreht und braucht drei Ofengänge statt dreißig, bis nichts mehr klebt.',
        'Für Gas, Induktion, Glut und Ofen. Den Herd überlebt sie.',
      ),
      specs: [
        { name: 'Durchmesser', value: '26', unit: 'cm' },
        { name: 'Gewicht', value: '2,6', unit: 'kg' },
      ],
      highlights: [
        { text: 'Vom ersten Tag an glatt', icon: 'check' },
        { text: 'Hält Generationen', icon: 'leaf' },
      ],
    },
  },
  {
    slug: 'frost-180',
    sku: 'KIT-FROST-180',
    price: 799,
    purchasePrice: 560,
    stock: 7,
    category: 'kitchen',
    image: 'fridge',
    energyClass: 'B',
    data: { litres: 180 },
    interests: [
      { tag: 'kitchen', weight: 90 },
      { tag: 'comparing', weight: 40 },
      { tag: 'small-flat', weight: 40 },
    ],
    en: {
      name: 'Frost 180 fridge',
      summary: 'Class B, thirty-four decibels, and a seal that is simply pressed into its groove.',
      description: body(
        'A hundred and eighty litres are enough for two who go shopping on foot. The Frost has no display, no camera and no opinion, but a fan that can be replaced from outside.',
        'We carry it up to the fifth floor and take the old one down.',
      ),
      specs: [
        { name: 'Capacity', value: '180', unit: 'l' },
        { name: 'Electricity', value: '98', unit: 'kWh/year' },
        { name: 'Noise', value: '34', unit: 'dB' },
      ],
      highlights: [
        { text: 'Carried to the fifth floor', icon: 'check' },
        { text: 'Seal without tools', icon: 'tool' },
      ],
    },
    de: {
      name: 'Kühlschrank Frost 180',
      summary: 'Klasse B, vierunddreißig Dezibel und eine Dichtung, die man einfach in die Nut drückt.',
      description: body(
        'Hundertachtzig Liter genügen zweien, die zu Fuß einkaufen. Der Frost hat keine Anzeige, keine Kamera und keine Meinung, aber einen Lüfter, der sich von außen tauschen lässt.',
        'Wir tragen ihn bis in den fünften Stock und nehmen den alten mit hinunter.',
      ),
      specs: [
        { name: 'Inhalt', value: '180', unit: 'l' },
        { name: 'Strom', value: '98', unit: 'kWh/Jahr' },
        { name: 'Lautstärke', value: '34', unit: 'dB' },
      ],
      highlights: [
        { text: 'Bis in den fünften Stock getragen', icon: 'check' },
        { text: 'Dichtung ohne Werkzeug', icon: 'tool' },
      ],
    },
  },
  {
    slug: 'mix-5',
    sku: 'KIT-MIX-5',
    price: 69,
    purchasePrice: 31,
    stock: 58,
    category: 'kitchen',
    image: 'hand-mixer',
    interests: [
      { tag: 'kitchen', weight: 90 },
      { tag: 'mends-things', weight: 40 },
    ],
    en: {
      name: 'Mix 5 hand mixer',
      summary: 'Five speeds and two brushes that you can change yourself, a spare pair in the box.',
      description: body(
        'The Mix 5 is loud where it works and quiet where it waits. The gears are steel, the cable can be unscrewed, and the carbon brushes sit behind two caps that a coin opens.',
        'It kneads bread dough for eight minutes without growing hot. Then it would like a break, and so does the dough.',
      ),
      specs: [
        { name: 'Power', value: '450', unit: 'W' },
        { name: 'Weight', value: '1.1', unit: 'kg' },
      ],
      highlights: [
        { text: 'Spare brushes included', icon: 'tool' },
        { text: 'Steel gears', icon: 'check' },
      ],
    },
    de: {
      name: 'Handmixer Mix 5',
      summary: 'Fünf Stufen und zwei Kohlen, die man selbst tauscht; ein zweites Paar liegt bei.',
      description: body(
        'Der Mix 5 ist laut, wo er arbeitet, und still, wo er wartet. Die Zahnräder sind aus Stahl, das Kabel ist geschraubt, und die Kohlen sitzen hinter zwei Kappen, die eine Münze öffnet.',
        'Brotteig knetet er acht Minuten, ohne heiß zu werden. Dann hätte er gern eine Pause, und der Teig auch.',
      ),
      specs: [
        { name: 'Leistung', value: '450', unit: 'W' },
        { name: 'Gewicht', value: '1,1', unit: 'kg' },
      ],
      highlights: [
        { text: 'Ersatzkohlen liegen bei', icon: 'tool' },
        { text: 'Zahnräder aus Stahl', icon: 'check' },
      ],
    },
  },
];
