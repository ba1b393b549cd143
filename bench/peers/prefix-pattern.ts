/** A prefix as a regular expression, for peers that have no operator for it. */
export const prefixPattern = (prefix: string): string => `^${prefix.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`;
