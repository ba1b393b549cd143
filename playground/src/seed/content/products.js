'use strict';

const { paragraph } = require('./text');

module.exports = [
  {
    slug: 'aurora-55',
    sku: 'TV-AUR-55',
    price: 899,
    purchasePrice: 612.4,
    stock: 14,
    energyClass: 'D',
    category: 'television',
    image: 'television-aurora',
    data: { diagonalInches: 55, watts: 84 },
    interests: [
      { tag: 'television', weight: 100 },
      { tag: 'ready-to-buy', weight: 60 },
    ],
    en: {
      name: 'Aurora 55 television',
      summary: 'Self-lit pixels, four screws in the back, and a panel that your grandchildren can replace.',
      description: [
        paragraph(
          'The Aurora 55 is the set that our workshop asked for. The back comes off with four ordinary screws, every board has a number, and spare parts are kept for ten years. In the evening its black is black; by day it holds up against a window in the side wall.',
        ),
        paragraph('Bring your old set: we take it back and pay for what can still be used.'),
      ],
      specs: [
        { name: 'Diagonal', value: '55', unit: 'in' },
        { name: 'Power when on', value: '84', unit: 'W' },
        { name: 'Spare parts', value: '10', unit: 'years' },
      ],
      highlights: [
        { text: 'Opens with one screwdriver', icon: 'tool' },
        { text: 'Old set taken back', icon: 'leaf' },
      ],
    },
    de: {
      name: 'Fernseher Aurora 55',
      summary:
        'Selbstleuchtende Bildpunkte, vier Schrauben im Rücken und ein Panel, das auch Ihre Enkel tauschen können.',
      description: [
        paragraph(
          'Der Aurora 55 ist das Gerät, das unsere Werkstatt sich gewünscht hat. Die Rückwand löst sich mit vier gewöhnlichen Schrauben, jede Platine trägt eine Nummer, und Ersatzteile gibt es zehn Jahre lang. Abends ist sein Schwarz schwarz; am Tag besteht er neben einem Fenster.',
        ),
        paragraph(
          'Bringen Sie Ihr altes Gerät mit: Wir nehmen es zurück und bezahlen, was noch zu brauchen ist.',
        ),
      ],
      specs: [
        { name: 'Diagonale', value: '55', unit: 'Zoll' },
        { name: 'Leistung im Betrieb', value: '84', unit: 'W' },
        { name: 'Ersatzteile', value: '10', unit: 'Jahre' },
      ],
      highlights: [
        { text: 'Öffnet sich mit einem Schraubendreher', icon: 'tool' },
        { text: 'Rücknahme des alten Geräts', icon: 'leaf' },
      ],
    },
  },
  {
    slug: 'lumen-43',
    sku: 'TV-LUM-43',
    price: 379,
    purchasePrice: 281,
    stock: 31,
    energyClass: 'E',
    category: 'television',
    image: 'television-lumen',
    data: { diagonalInches: 43, watts: 61 },
    interests: [{ tag: 'television', weight: 90 }],
    en: {
      name: 'Lumen 43 television',
      summary: 'Bright enough for a kitchen at noon, small enough for a shelf.',
      description: [
        paragraph(
          'A matt panel and a plain menu: the Lumen 43 starts within four seconds and asks no questions. It suits rooms where the television is watched in passing, beside a window or above a worktop.',
        ),
      ],
      specs: [
        { name: 'Diagonal', value: '43', unit: 'in' },
        { name: 'Power when on', value: '61', unit: 'W' },
      ],
      highlights: [{ text: 'Matt and bright', icon: 'star' }],
    },
    de: {
      name: 'Fernseher Lumen 43',
      summary: 'Hell genug für die Küche am Mittag, klein genug fürs Regal.',
      description: [
        paragraph(
          'Ein mattes Panel und ein schlichtes Menü: Der Lumen 43 ist nach vier Sekunden da und stellt keine Fragen. Er passt in Räume, in denen nebenbei ferngesehen wird, neben ein Fenster oder über die Arbeitsplatte.',
        ),
      ],
      specs: [
        { name: 'Diagonale', value: '43', unit: 'Zoll' },
        { name: 'Leistung im Betrieb', value: '61', unit: 'W' },
      ],
      highlights: [{ text: 'Matt und hell', icon: 'star' }],
    },
  },
  {
    slug: 'repair-set-32',
    sku: 'TOOL-32',
    price: 34.9,
    purchasePrice: 17.2,
    stock: 120,
    category: 'television',
    image: 'repair-set',
    onlyFor: ['television-menders'],
    interests: [{ tag: 'television-repair', weight: 100 }],
    en: {
      name: 'Repair set, 32 pieces',
      summary: 'Bits, spatulas and a soft mat: what our workshop takes along to a television.',
      description: [
        paragraph(
          'Thirty-two pieces in a roll of felt, chosen by the people who open televisions every day. The mat is wide enough to lay a 55 inch panel on its face.',
        ),
      ],
      specs: [{ name: 'Pieces', value: '32' }],
      highlights: [{ text: 'Chosen by our workshop', icon: 'tool' }],
    },
    de: {
      name: 'Reparatursatz, 32 Teile',
      summary: 'Bits, Spatel und eine weiche Matte: was unsere Werkstatt zum Fernseher mitnimmt.',
      description: [
        paragraph(
          'Zweiunddreißig Teile in einer Filzrolle, ausgesucht von denen, die jeden Tag Fernseher öffnen. Die Matte ist breit genug, um ein 55-Zoll-Panel auf das Gesicht zu legen.',
        ),
      ],
      specs: [{ name: 'Teile', value: '32' }],
      highlights: [{ text: 'Ausgesucht von unserer Werkstatt', icon: 'tool' }],
    },
  },
  {
    slug: 'grat-mid',
    sku: 'SHOE-GRAT-M',
    price: 189,
    purchasePrice: 98.5,
    stock: 42,
    category: 'hiking',
    image: 'hiking-boots',
    interests: [
      { tag: 'hiking-shoes', weight: 100 },
      { tag: 'hiking', weight: 70 },
    ],
    en: {
      name: 'Grat Mid boots',
      summary: 'Leather to the ankle, a stiff shank, and a sole that can be renewed twice.',
      description: [
        paragraph(
          'The Grat Mid is made for stony ground and a week’s pack. It needs three short walks before it is yours; after that it stays so for about two thousand kilometres, and then our cobbler puts a new sole on it.',
        ),
      ],
      specs: [
        { name: 'Weight per shoe', value: '640', unit: 'g' },
        { name: 'Sizes', value: '36 to 48' },
      ],
      highlights: [{ text: 'Sole can be renewed', icon: 'leaf' }],
    },
    de: {
      name: 'Bergschuh Grat Mid',
      summary: 'Leder bis über den Knöchel, eine steife Sohle, die sich zweimal erneuern lässt.',
      description: [
        paragraph(
          'Der Grat Mid ist für Geröll und einen Wochenrucksack gemacht. Er braucht drei kurze Wege, bis er Ihrer ist; danach bleibt er es rund zweitausend Kilometer lang, und dann gibt ihm unser Schuster eine neue Sohle.',
        ),
      ],
      specs: [
        { name: 'Gewicht je Schuh', value: '640', unit: 'g' },
        { name: 'Größen', value: '36 bis 48' },
      ],
      highlights: [{ text: 'Sohle lässt sich erneuern', icon: 'leaf' }],
    },
  },
  {
    slug: 'steig-low',
    sku: 'SHOE-STEIG-L',
    price: 119,
    purchasePrice: 61,
    stock: 67,
    category: 'hiking',
    image: 'trail-shoe',
    interests: [
      { tag: 'hiking-shoes', weight: 100 },
      { tag: 'hiking', weight: 60 },
    ],
    en: {
      name: 'Steig Low shoes',
      summary: 'Light, bendable, dry by morning: for paths that begin at a station.',
      description: [
        paragraph(
          'No membrane, and that is the point: the Steig Low gets wet in a brook and is dry after an hour of walking. For forest and field paths, for day packs, and for people who dislike breaking shoes in.',
        ),
      ],
      specs: [{ name: 'Weight per shoe', value: '310', unit: 'g' }],
      highlights: [{ text: 'Dries while you walk', icon: 'check' }],
    },
    de: {
      name: 'Wanderschuh Steig Low',
      summary: 'Leicht, biegsam, über Nacht trocken: für Wege, die am Bahnhof beginnen.',
      description: [
        paragraph(
          'Keine Membran, und genau das ist der Witz: Der Steig Low wird im Bach nass und ist nach einer Stunde Gehen wieder trocken. Für Wald- und Feldwege, für Tagesrucksäcke und für alle, die Schuhe ungern einlaufen.',
        ),
      ],
      specs: [{ name: 'Gewicht je Schuh', value: '310', unit: 'g' }],
      highlights: [{ text: 'Trocknet beim Gehen', icon: 'check' }],
    },
  },
  {
    slug: 'quell-8',
    sku: 'WASH-QUELL-8',
    price: 649,
    purchasePrice: 455,
    stock: 9,
    energyClass: 'A',
    category: 'washing',
    image: 'washing-machine',
    interests: [{ tag: 'washing-machines', weight: 100 }],
    en: {
      name: 'Quell 8 washing machine',
      summary: 'A screwed drum, a quiet spin, and a short programme that is honestly short.',
      description: [
        paragraph(
          'Eight kilos, and a drum that can be opened: bearings are changed in an hour, not with a new machine. The short programme takes twenty-nine minutes by our own watch.',
        ),
      ],
      specs: [
        { name: 'Capacity', value: '8', unit: 'kg' },
        { name: 'Noise when spinning', value: '68', unit: 'dB' },
      ],
      highlights: [{ text: 'Bearings can be changed', icon: 'tool' }],
    },
    de: {
      name: 'Waschmaschine Quell 8',
      summary: 'Verschraubte Trommel, leises Schleudern und ein Kurzprogramm, das wirklich kurz ist.',
      description: [
        paragraph(
          'Acht Kilo und eine Trommel, die sich öffnen lässt: Lager werden in einer Stunde getauscht und nicht mit einer neuen Maschine. Das Kurzprogramm dauert nach unserer eigenen Uhr neunundzwanzig Minuten.',
        ),
      ],
      specs: [
        { name: 'Fassungsvermögen', value: '8', unit: 'kg' },
        { name: 'Lautstärke beim Schleudern', value: '68', unit: 'dB' },
      ],
      highlights: [{ text: 'Lager lassen sich tauschen', icon: 'tool' }],
    },
  },
  {
    slug: 'quell-7-slim',
    sku: 'WASH-QUELL-7S',
    price: 529,
    purchasePrice: 377,
    stock: 0,
    available: false,
    energyClass: 'B',
    category: 'washing',
    image: 'laundry',
    interests: [{ tag: 'washing-machines', weight: 90 }],
    en: {
      name: 'Quell 7 Slim washing machine',
      summary: 'Forty-seven centimetres deep, hose included: for bathrooms that have a door.',
      description: [
        paragraph(
          'The Slim gives up one kilo and eleven centimetres. It stands behind doors where others do not, and it spins a little slower, which the neighbours below like to hear, or rather not to hear.',
        ),
      ],
      specs: [
        { name: 'Capacity', value: '7', unit: 'kg' },
        { name: 'Depth with hose', value: '47', unit: 'cm' },
      ],
      highlights: [{ text: 'Fits behind the door', icon: 'check' }],
    },
    de: {
      name: 'Waschmaschine Quell 7 Slim',
      summary: 'Siebenundvierzig Zentimeter tief, Schlauch inbegriffen: für Bäder, die eine Tür haben.',
      description: [
        paragraph(
          'Die Slim verzichtet auf ein Kilo und elf Zentimeter. Sie steht hinter Türen, hinter denen andere nicht stehen, und schleudert etwas langsamer, was die Nachbarn unten gern hören, oder eben nicht hören.',
        ),
      ],
      specs: [
        { name: 'Fassungsvermögen', value: '7', unit: 'kg' },
        { name: 'Tiefe mit Schlauch', value: '47', unit: 'cm' },
      ],
      highlights: [{ text: 'Passt hinter die Tür', icon: 'check' }],
    },
  },
];
