/** Every key that an object inherits from anything; what inherits nothing has none. */
export const inheritedKeys = (object: unknown): (string | symbol)[] => {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null ? [] : [...Reflect.ownKeys(prototype as object), ...inheritedKeys(prototype)];
};
