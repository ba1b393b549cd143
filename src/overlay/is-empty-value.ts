/**
 * Is this value of a variant *inherited from base*? Nothing, the empty string, an empty list, an object
 * without keys, and blocks that an editor emptied (which Strapi keeps as paragraphs without text).
 * `false`, `0` and white space are content.
 */
export const isEmptyValue = (value: unknown, type?: string): boolean => {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) {
    return value.length === 0 || (type === 'blocks' && value.every(isBlankBlock));
  }
  return isPlainObject(value) && Object.keys(value).length === 0;
};

/** A text block whose leaves are all empty; pictures, code and unknown blocks are content. */
const isBlankBlock = (block: unknown): boolean => {
  if (!isPlainObject(block) || (block.type !== 'paragraph' && block.type !== 'heading')) return false;
  const children = block.children;
  return (
    Array.isArray(children) &&
    children.every((child) => isPlainObject(child) && child.type === 'text' && !child.text)
  );
};

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
