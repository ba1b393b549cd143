/** An attribute as Strapi stores it with the schema of every start. */
export interface StoredAttribute {
  readonly type?: string;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly target?: string;
  readonly relation?: string;
  readonly repeatable?: boolean;
  readonly multiple?: boolean;
}

export type StoredAttributes = Readonly<Record<string, StoredAttribute | undefined>>;

/**
 * Attributes of a sibling whose content did not outlive this change of its schema, at least not whole: those that
 * are gone, a renamed one under its old name, and those of another type. A zone that takes more components than
 * before lost nothing; one that takes fewer did.
 */
export const lostAttributes = (before: StoredAttributes, after: StoredAttributes): string[] =>
  Object.entries(before).flatMap(([name, old]) => {
    const present = Object.hasOwn(after, name) ? after[name] : undefined;
    return old && (!present || differs(old, present)) ? [name] : [];
  });

const differs = (old: StoredAttribute, present: StoredAttribute): boolean =>
  old.type !== present.type ||
  old.component !== present.component ||
  old.target !== present.target ||
  old.relation !== present.relation ||
  (old.repeatable === true && present.repeatable !== true) ||
  (old.multiple === true && present.multiple !== true) ||
  (old.components ?? []).some((component) => !present.components?.includes(component));
