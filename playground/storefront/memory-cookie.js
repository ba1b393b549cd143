'use strict';

/** The whole cookie value stays below this many bytes; the weakest interests go first. */
const LIMIT = 1000;
const DAY = 86_400_000;

/**
 * What the device remembers, with consent: interests, and how often and when something was bought.
 * `{ interests: InterestProfile | undefined, bought: { count, at } | undefined }`, as a cookie value.
 */
function writeMemory({ interests, bought }) {
  let visit = strongest(interests?.visit);
  let lasting = strongest(interests?.lasting);
  for (;;) {
    const text = Buffer.from(
      JSON.stringify({
        ...(interests && { t: Math.floor(Date.parse(interests.at) / 1000) }),
        v: Object.fromEntries(visit),
        l: Object.fromEntries(lasting),
        ...(bought && { b: [bought.count, Math.floor(bought.at / DAY)] }),
      }),
    ).toString('base64url');
    if (text.length <= LIMIT) return text;
    if (lasting.length > visit.length) lasting = lasting.slice(0, -1);
    else visit = visit.slice(0, -1);
  }
}

/** Reads what `writeMemory` wrote; `undefined` for anything else. The plugin checks the scores once more. */
function readMemory(value) {
  try {
    if (value.length > LIMIT) return undefined;
    const { t, v, l, b } = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    const isBought = Array.isArray(b) && b.every(Number.isSafeInteger);
    return {
      ...(Number.isSafeInteger(t) && {
        interests: { visit: scores(v), lasting: scores(l), at: new Date(t * 1000).toISOString() },
      }),
      ...(isBought && { bought: { count: b[0], at: b[1] * DAY } }),
    };
  } catch {
    return undefined;
  }
}

const scores = (value) =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(
      ([tag, score]) => /^[a-z0-9-]{1,64}$/.test(tag) && Number.isFinite(score),
    ),
  );

/** The scores that count for something, rounded, strongest first. */
const strongest = (tags = {}) =>
  Object.entries(tags)
    .map(([tag, score]) => [tag, Math.round(score * 100) / 100])
    .filter(([, score]) => score >= 0.01)
    .sort(([, a], [, b]) => b - a);

module.exports = { readMemory, writeMemory };
