'use strict';

const { paragraph } = require('./text');

/** The front page that everyone gets of whom nothing is known. */
module.exports = {
  featured: ['aurora-55', 'grat-mid', 'quell-8'],
  en: {
    headline: 'Things that last, and how to keep them going',
    intro: 'A shop with a workshop behind it, and a magazine that both of them write.',
    metaTitle: 'Shop and magazine',
    hero: ({ picture }) => ({
      heading: 'Eight shelves, one workshop',
      text: 'From the television to the coffee mill: we sell little, we know it well, and we mend it.',
      image: picture('shopfront'),
      link: { label: 'Look around', url: '/products' },
    }),
    sections: ({ picture, product }) => [
      {
        __component: 'sections.rich-text',
        width: 'narrow',
        body: [
          paragraph(
            'We began with a bench for broken radios. The shelves came later, when people asked which set we would buy ourselves. There are eight by now, and the answer still fits on them.',
          ),
        ],
      },
      {
        __component: 'sections.product-list',
        heading: 'From three of the shelves',
        products: [product('aurora-55'), product('grat-mid'), product('quell-8')],
      },
      {
        __component: 'sections.teaser',
        heading: 'Open workshop on Saturdays',
        text: 'Bring what is broken. We bring tools and coffee.',
        image: picture('workbench'),
        link: { label: 'Reserve a bench', url: '/workshop' },
      },
    ],
  },
  de: {
    headline: 'Dinge, die halten, und wie man sie am Laufen hält',
    intro: 'Ein Laden mit einer Werkstatt dahinter und ein Magazin, das beide schreiben.',
    metaTitle: 'Laden und Magazin',
    hero: ({ picture }) => ({
      heading: 'Acht Regale, eine Werkstatt',
      text: 'Vom Fernseher bis zur Kaffeemühle: Wir verkaufen wenig, kennen es gut und reparieren es.',
      image: picture('shopfront'),
      link: { label: 'Umsehen', url: '/products' },
    }),
    sections: ({ picture, product }) => [
      {
        __component: 'sections.rich-text',
        width: 'narrow',
        body: [
          paragraph(
            'Angefangen haben wir mit einer Werkbank für kaputte Radios. Die Regale kamen später, als Leute fragten, welches Gerät wir selbst kaufen würden. Acht sind es inzwischen, und die Antwort passt noch immer hinein.',
          ),
        ],
      },
      {
        __component: 'sections.product-list',
        heading: 'Aus drei Regalen',
        products: [product('aurora-55'), product('grat-mid'), product('quell-8')],
      },
      {
        __component: 'sections.teaser',
        heading: 'Offene Werkstatt am Samstag',
        text: 'Bringen Sie, was kaputt ist. Wir bringen Werkzeug und Kaffee.',
        image: picture('workbench'),
        link: { label: 'Bank reservieren', url: '/workshop' },
      },
    ],
  },
};
