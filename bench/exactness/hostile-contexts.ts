import type { Random } from '../generate/random';
import { anyJson } from './any-json';
import { ordinaryContext, setAttribute } from './ordinary-contexts';
import { FEW, FUZZ } from './vocabulary';

/** Counts attempts to write to a context that is watched. */
export interface WriteWatch {
  writes: number;
}

const refuse = (): never => {
  throw new Error('A getter that throws');
};

/** Values that no JSON holds, or that are of no type that a rule compares. All answer alike whenever they are asked. */
const ODD: readonly ((random: Random) => unknown)[] = [
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => null,
  () => undefined,
  () => 10n,
  () => Symbol('odd'),
  () => refuse,
  () => new Date(0),
  () => new Map([['text', 'a']]),
  () => Object('a') as unknown,
  () => Object(5) as unknown,
  () => 'a'.repeat(257),
  () => 'a'.repeat(256),
  () => '\ud800',
  () => ['a'],
  () => [['a'], 'a'],
  () => Array.from({ length: 201 }, () => 'a'),
  () => new Array<string>(5),
  (random) => [random.pick(FEW.texts), Number.NaN, null, 'x'.repeat(300), random.pick(FEW.numbers)],
  () => Object.assign(Object.create({ text: 'a', count: 2, path: '/a/b' }) as object, {}),
  () => Object.create(null) as unknown,
  () => ({ toString: () => 'a', valueOf: () => 5 }),
  () => ({ length: 1, 0: 'a' }),
  () => Object.defineProperty({}, 'text', { get: refuse, enumerable: true }),
  () => Object.defineProperty([], '0', { get: refuse, enumerable: true }),
  () => new Proxy({}, { get: refuse }),
  () => new Proxy({}, { getOwnPropertyDescriptor: refuse, has: refuse, ownKeys: refuse }),
  () => new Proxy(['a'], { get: refuse }),
  () => Object.freeze({ text: 'a' }),
  (random) => anyJson(random, 3),
];

/** Whole contexts that are none. */
const NO_CONTEXTS: readonly ((random: Random) => unknown)[] = [
  ...ODD,
  () => 'context',
  () => 5,
  () => true,
  () => JSON.parse('{"__proto__":{"traits":{"text":"a"}},"traits":{"__proto__":{"count":5}}}'),
  (random) => Object.create(ordinaryContext(random, FEW)) as unknown,
];

/** Places where an odd value hurts most. */
const PLACES: readonly string[] = [
  ...FUZZ.map(({ path }) => path),
  'traits',
  'shop',
  'session',
  'page',
  'consent',
  'consent.personalization',
  'consent.gpc',
  'unit',
  'unit.id',
  'unit.kind',
  'interests',
  'interests.visit',
  'interests.visit.tv',
  'interests.lasting',
  'interests.at',
  'history',
  'history.order',
  'channel',
];

/** A context as an attacker, or a broken integration, would send it. Reading it twice gives the same both times. */
export const hostileContext = (random: Random, watch: WriteWatch): unknown => {
  if (random.chance(0.1)) return random.pick(NO_CONTEXTS)(random);
  if (random.chance(0.1)) return anyJson(random, 5);
  const context = ordinaryContext(random, FEW, random.next()) as Record<string, unknown>;
  for (let odd = random.between(1, 4); odd > 0; odd -= 1) {
    const path = random.pick(PLACES);
    const value = random.pick(ODD)(random);
    if (random.chance(0.1)) makeGetterThrow(context, path);
    else setQuietly(context, path, value);
  }
  return random.chance(0.3) ? watched(context, watch) : context;
};

const setQuietly = (context: Record<string, unknown>, path: string, value: unknown): void => {
  try {
    setAttribute(context, path, value);
  } catch {
    // Something odd stands on the way: frozen, or a proxy that throws. It is hostile enough as it is.
  }
};

const makeGetterThrow = (context: Record<string, unknown>, path: string): void => {
  const [first = path] = path.split('.');
  Object.defineProperty(context, first, { get: refuse, enumerable: true, configurable: true });
};

/** The same context, counting whoever writes to it at any depth. */
const watched = (target: object, watch: WriteWatch): object => {
  const count = (): boolean => {
    watch.writes += 1;
    return true;
  };
  return new Proxy(target, {
    set: count,
    defineProperty: count,
    deleteProperty: count,
    setPrototypeOf: count,
    preventExtensions: () => {
      watch.writes += 1;
      return false;
    },
    get: (object, key, receiver) => wrapped(Reflect.get(object, key, receiver), watch),
    getOwnPropertyDescriptor: (object, key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
      if (descriptor === undefined || !('value' in descriptor) || !descriptor.configurable) return descriptor;
      return { ...descriptor, value: wrapped(descriptor.value, watch) };
    },
  });
};

const wrapped = (value: unknown, watch: WriteWatch): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || Array.isArray(value) ? watched(value, watch) : value;
};
