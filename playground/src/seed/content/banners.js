'use strict';

/** Banners have one text for all languages: the type is not localised. */
module.exports = [
  {
    slug: 'delivery',
    label: 'Delivery',
    placement: 'top',
    headline: 'Free delivery from 50 €',
    text: 'Ordered before noon, with you the day after tomorrow.',
    image: 'delivery-van',
    cta: { label: 'How we deliver', url: '/delivery' },
  },
  {
    slug: 'workshop',
    label: 'Workshop',
    placement: 'sidebar',
    headline: 'Open workshop on Saturdays',
    text: 'Bring what is broken. We bring tools and coffee.',
    image: 'workbench',
    cta: { label: 'Reserve a bench', url: '/workshop' },
  },
];
