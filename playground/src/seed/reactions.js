'use strict';

/**
 * How often simulated visitors react, by experience and by what they were shown. The variants truly differ,
 * one of them for the worse, so that results have something to find.
 */
const INTERACTS = {
  'front-page': { base: 0.14, autumn: 0.38, television: 0.31, hiking: 0.26, washing: 0.17 },
  'buying-guide': { base: 0.16, mender: 0.33, phone: 0.11 },
  'delivery-banner': { base: 0.09, speed: 0.17 },
  'morning-story': { base: 0.13, cup: 0.3, road: 0.27, desk: 0.15 },
};
const SUBSCRIBES = { 'shoe-advice': { base: 0.05, experienced: 0.14, buyer: 0.06 } };
const BUYS = {
  'television-pitch': { price: 899, base: 0.05, repairable: 0.11 },
  'quiet-for-whom': { price: 229, base: 0.04, train: 0.1, desk: 0.07 },
};
/** Of ten that buy, one sends it back. */
const RETURNS = 0.1;

/** What somebody does who was shown this; each without id and time. */
function reactionsTo({ experience, variant }, random) {
  const happens = (rates) => rates !== undefined && random.chance(rates[variant] ?? rates.base);
  if (happens(INTERACTS[experience])) return [{ type: 'interaction' }];
  if (happens(SUBSCRIBES[experience])) return [{ type: 'conversion', goal: 'letter' }];
  if (!happens(BUYS[experience])) return [];
  const bought = { type: 'conversion', goal: 'purchase', value: BUYS[experience].price, currency: 'EUR' };
  return random.chance(RETURNS) ? [bought, { type: 'conversion', goal: 'goods-returned' }] : [bought];
}

module.exports = { reactionsTo };
