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
  {
    slug: 'coffee',
    en: { name: 'Coffee', description: 'Presses, grinders and machines, and what to do when they hum.' },
    de: { name: 'Kaffee', description: 'Kannen, Mühlen und Maschinen, und was hilft, wenn sie brummen.' },
  },
  {
    slug: 'bicycles',
    en: {
      name: 'Bicycles',
      description: 'For every day and every weather, and for the flat tyre in between.',
    },
    de: { name: 'Fahrrad', description: 'Für jeden Tag und jedes Wetter, und für den Platten dazwischen.' },
  },
  {
    slug: 'listening',
    en: { name: 'Listening', description: 'Headphones that fit, stay quiet, and come apart again.' },
    de: { name: 'Hören', description: 'Kopfhörer, die sitzen, Ruhe geben und sich wieder öffnen lassen.' },
  },
  {
    slug: 'home-office',
    en: { name: 'Working at home', description: 'Desk, chair and light, and how the day comes to an end.' },
    de: {
      name: 'Arbeiten zu Hause',
      description: 'Tisch, Stuhl und Licht, und wie der Tag ein Ende findet.',
    },
  },
  {
    slug: 'kitchen',
    en: { name: 'Kitchen', description: 'One knife, one pan, one fridge: little, and it stays.' },
    de: { name: 'Küche', description: 'Ein Messer, eine Pfanne, ein Kühlschrank: wenig, und es bleibt.' },
  },
];
