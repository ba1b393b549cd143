'use strict';

const { body } = require('./text');

module.exports = [
  {
    slug: 'stille-over',
    sku: 'AUDIO-STILLE',
    price: 229,
    purchasePrice: 128,
    stock: 29,
    category: 'listening',
    image: 'headphones',
    data: { noiseSteps: 3 },
    interests: [
      { tag: 'headphones', weight: 100 },
      { tag: 'ready-to-buy', weight: 40 },
    ],
    en: {
      name: 'Stille headphones',
      summary: 'Three steps of quiet, cushions that turn off by hand, and a battery behind four screws.',
      description: body(
        'The Stille goes around the ear, weighs as much as two and a half bars of chocolate, and does not press on spectacles. Its quiet has three steps, because the strongest is not the most pleasant for everyone.',
        'When the battery is empty, a cable helps. When it is old, we change it while you wait.',
      ),
      specs: [
        { name: 'Battery', value: '38', unit: 'h' },
        { name: 'Weight', value: '246', unit: 'g' },
      ],
      highlights: [
        { text: 'Battery can be changed', icon: 'tool' },
        { text: 'Soft on spectacles', icon: 'check' },
      ],
    },
    de: {
      name: 'Kopfhörer Stille',
      summary: 'Drei Stufen Ruhe, Polster zum Abdrehen und ein Akku hinter vier Schrauben.',
      description: body(
        'Die Stille umschließt das Ohr, wiegt so viel wie zweieinhalb Tafeln Schokolade und drückt nicht auf die Brille. Ihre Ruhe hat drei Stufen, denn die stärkste ist nicht allen die angenehmste.',
        'Ist der Akku leer, hilft ein Kabel. Ist er alt, tauschen wir ihn, während Sie warten.',
      ),
      specs: [
        { name: 'Akku', value: '38', unit: 'h' },
        { name: 'Gewicht', value: '246', unit: 'g' },
      ],
      highlights: [
        { text: 'Akku austauschbar', icon: 'tool' },
        { text: 'Brillenfreundlich', icon: 'check' },
      ],
    },
  },
  {
    slug: 'faden-in',
    sku: 'AUDIO-FADEN',
    price: 39,
    purchasePrice: 15,
    stock: 140,
    category: 'listening',
    image: 'earphones',
    interests: [
      { tag: 'headphones', weight: 90 },
      { tag: 'commuting', weight: 30 },
    ],
    en: {
      name: 'Faden earphones',
      summary: 'A cable, and therefore always charged, never paired and never lost singly.',
      description: body(
        'The Faden has what others have done away with: a plug. The cable can be pulled out of both shells, so that a loose contact costs six euros and not a new pair.',
        'Three sizes of ear tips are in the bag. Try all three; most people wear the wrong one.',
      ),
      specs: [
        { name: 'Cable', value: '1.2', unit: 'm' },
        { name: 'Weight', value: '14', unit: 'g' },
      ],
      highlights: [
        { text: 'Cable can be changed', icon: 'tool' },
        { text: 'Never needs charging', icon: 'leaf' },
      ],
    },
    de: {
      name: 'Ohrhörer Faden',
      summary: 'Ein Kabel, und darum immer geladen, nie gekoppelt und nie einzeln verloren.',
      description: body(
        'Der Faden hat, was andere abgeschafft haben: einen Stecker. Das Kabel lässt sich aus beiden Schalen ziehen, und ein Wackelkontakt kostet sechs Euro statt eines neuen Paars.',
        'Drei Größen Ohrstücke liegen in der Tasche. Probieren Sie alle drei; die meisten tragen die falsche.',
      ),
      specs: [
        { name: 'Kabel', value: '1,2', unit: 'm' },
        { name: 'Gewicht', value: '14', unit: 'g' },
      ],
      highlights: [
        { text: 'Kabel austauschbar', icon: 'tool' },
        { text: 'Muss nie geladen werden', icon: 'leaf' },
      ],
    },
  },
];
