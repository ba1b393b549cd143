/** Everything that all objects share and that a hostile key could reach. */
const SHARED: readonly (readonly [name: string, object: object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['Function.prototype', Function.prototype],
  ['String.prototype', String.prototype],
  ['Number.prototype', Number.prototype],
  ['Boolean.prototype', Boolean.prototype],
  ['Map.prototype', Map.prototype],
  ['Set.prototype', Set.prototype],
  ['Date.prototype', Date.prototype],
  ['RegExp.prototype', RegExp.prototype],
  ['Object', Object],
  ['Array', Array],
];

type Snapshot = ReadonlyMap<object, ReadonlyMap<PropertyKey, PropertyDescriptor>>;

const snapshot = (): Snapshot =>
  new Map(
    SHARED.map(([, object]) => [
      object,
      new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)!])),
    ]),
  );

/** Remembers what all objects share; the answer names what has changed since. */
export const watchSharedObjects = (): (() => string[]) => {
  const before = snapshot();
  return () => {
    const now = snapshot();
    return SHARED.flatMap(([name, object]) => {
      const old = before.get(object)!;
      const own = now.get(object)!;
      const keys = new Set([...old.keys(), ...own.keys()]);
      return [...keys]
        .filter((key) => !isSame(old.get(key), own.get(key)))
        .map((key) => `${name}[${String(key)}]`);
    });
  };
};

const isSame = (left: PropertyDescriptor | undefined, right: PropertyDescriptor | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  Object.is(left.value, right.value) &&
  left.get === right.get &&
  left.set === right.set &&
  left.writable === right.writable &&
  left.enumerable === right.enumerable &&
  left.configurable === right.configurable;
