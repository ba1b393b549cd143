import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';

/**
 * Looks at the size of an input before anything walks it: its depth and its number of keys.
 * Iterative and bounded by the limits, so a body of any depth or width costs next to nothing.
 */
export const checkShape = (input: object): Issue | undefined => {
  let keys = 0;
  let level: object[] = [input];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > LIMITS.contextDepth) {
      return issue('context-too-deep', [], `Nest the context at most ${LIMITS.contextDepth} levels deep.`);
    }
    const next: object[] = [];
    for (const container of level) {
      const children = childrenOf(container);
      keys += Array.isArray(container) ? 0 : children.length;
      for (const child of children) {
        if (typeof child === 'object' && child !== null) next.push(child);
      }
      // A list in a list has no keys of its own, so containers are counted beside them.
      if (keys > LIMITS.contextKeys || next.length > LIMITS.contextKeys) {
        return issue('context-too-large', [], `Send at most ${LIMITS.contextKeys} keys in one context.`);
      }
    }
    level = next;
  }
  return undefined;
};

/** Lists beyond the limit are dropped later, whatever is in them. */
const childrenOf = (container: object): readonly unknown[] => {
  if (!Array.isArray(container)) return Object.values(container);
  return container.length > LIMITS.contextListItems ? [] : container;
};
