'use strict';

/**
 * A small seeded generator (mulberry32, public domain), so that the same seed tells the same story everywhere.
 * `next()` is in [0, 1); `pick` chooses by weight from `[[value, weight], …]`; `fork()` is a generator of its own.
 */
function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    pick: (weighted) => {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      return (weighted.find(([, weight]) => (left -= weight) < 0) ?? weighted.at(-1))[0];
    },
    fork: () => createRandom(Math.floor(next() * 4_294_967_296)),
  };
}

module.exports = { createRandom };
