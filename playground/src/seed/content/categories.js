'use strict';

module.exports = [
  {
    slug: 'television',
    en: {
      name: 'Television',
      description: 'Sets to buy, sets to mend, and how to tell which of the two you need.',
    },
    de: {
      name: 'Fernsehen',
      description: 'Geräte zum Kaufen, Geräte zum Reparieren, und woran man erkennt, was gerade dran ist.',
    },
  },
  {
    slug: 'hiking',
    en: { name: 'Hiking', description: 'Shoes that fit, routes that start at a station, and little else.' },
    de: {
      name: 'Wandern',
      description: 'Schuhe, die passen, Wege, die am Bahnhof beginnen, und sonst nicht viel.',
    },
  },
  {
    slug: 'washing',
    en: { name: 'Washing', description: 'Washing machines: choosing them, keeping them, rescuing them.' },
    de: { name: 'Waschen', description: 'Waschmaschinen: auswählen, pflegen, retten.' },
  },
];
