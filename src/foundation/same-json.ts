/**
 * Are two plain values the same, down to the order of their keys, so that both are the same JSON text? May say
 * no where only `undefined` members tell them apart. Takes no copies: large records are compared by the thousand.
 */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  return !Array.isArray(b) && sameMembers(a as Members, b as Members);
};

type Members = Readonly<Record<string, unknown>>;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!sameJson(a[index], b[index])) return false;
  return true;
};

const sameMembers = (a: Members, b: Members): boolean => {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    if (key !== others[index] || !sameJson(a[key], b[key])) return false;
  }
  return true;
};
