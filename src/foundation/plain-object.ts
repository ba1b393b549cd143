/** Keys that reach an object's prototype. They are never a name in this project, wherever they come from. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** May a string from outside be used as a key or a path segment? */
export const isForbiddenKey = (key: string): boolean => FORBIDDEN_KEYS.has(key);

/** An object with keys: neither `null` nor a list. Says nothing about its prototype, so read own properties only. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property, or `undefined`: what is inherited was never sent by anybody. */
export const ownValue = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  hasOwn(record, key) ? record[key] : undefined;

const { hasOwnProperty } = Object.prototype;

/** `Object.hasOwn`, but in V8 a third faster: the call of a method of `Object.prototype` is compiled away. */
export const hasOwn = (record: object, key: string): boolean => hasOwnProperty.call(record, key);

/**
 * An object that inherits nothing, for anything keyed by strings from outside. Not `Object.create(null)`, which V8
 * keeps as a hash table: these are objects of a constructor whose prototype is empty, and are filled and read faster.
 */
export const bareRecord = <T>(): Record<string, T> => new Bare() as Record<string, T>;

/** A function, because the prototype of a class cannot be replaced. */
const Bare = function () {} as unknown as new () => object;
Bare.prototype = Object.freeze(Object.create(null));
