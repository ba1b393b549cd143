import type { Random } from '../generate/random';
import { FEW } from './vocabulary';

/** Keys that have broken others more often than chance would have it. */
const KEYS = (
  'constructor toString valueOf prototype hasOwnProperty length traits text count tags page path session ' +
  'interests visit lasting at unit kind id consent personalization gpc history $eq $in $or $not app version'
).split(' ');

/** Any JSON value. `__proto__` is an own key, as `JSON.parse` makes it. */
export const anyJson = (random: Random, depth: number): unknown => {
  const kind = random.int(depth > 0 ? 9 : 6);
  switch (kind) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(FEW.numbers);
    case 3:
    case 4:
      return random.pick(FEW.texts);
    case 5:
      return random.pick([...FEW.days, ...FEW.versions, 'x'.repeat(300), '', '1e999', ' 5']);
    case 6:
      return Array.from({ length: random.int(4) }, () => anyJson(random, depth - 1));
    default:
      return anyObject(random, depth - 1);
  }
};

const anyObject = (random: Random, depth: number): unknown => {
  const entries = random
    .some(KEYS, random.int(5))
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(anyJson(random, depth))}`);
  if (random.chance(0.15)) entries.push(`"__proto__":${JSON.stringify(anyJson(random, depth))}`);
  return JSON.parse(`{${entries.join(',')}}`);
};
