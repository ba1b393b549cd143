/** An attribute of a content type as its schema writes it: `relation` and `pluginOptions` are read. */
export type VaryingAttribute = Readonly<Record<string, unknown>>;

/**
 * `on` and `off` unless the attribute says `pluginOptions.contextual.variable`;
 * `never` whatever it says.
 */
export type Variability = 'on' | 'off' | 'never';

/**
 * Types that vary unless the attribute says otherwise: what people read and look at. Everything else (numbers,
 * booleans, dates, enumerations, json, e-mail) is usually a fact about the entry that filters and prices
 * depend on, so it varies only on request.
 */
const ON: ReadonlySet<string> = new Set([
  'string',
  'text',
  'richtext',
  'blocks',
  'media',
  'component',
  'dynamiczone',
  'relation',
]);

/** Addresses and secrets. */
const NEVER: ReadonlySet<string> = new Set(['uid', 'password']);

/** How an attribute stands by its type alone; `type` is the one beneath a custom field. */
export function variabilityOf(attribute: VaryingAttribute, type: string): Variability {
  // A relation without one target cannot be given to the sibling type.
  const isMorph = type === 'relation' && String(attribute.relation).toLowerCase().includes('morph');
  if (NEVER.has(type) || isMorph) return 'never';
  return ON.has(type) ? 'on' : 'off';
}

/** What the attribute itself says; `undefined` when it says nothing. */
export function choiceOf(attribute: VaryingAttribute): boolean | undefined {
  const options = attribute.pluginOptions as { contextual?: { variable?: unknown } } | null | undefined;
  const choice = options?.contextual?.variable;
  return typeof choice === 'boolean' ? choice : undefined;
}
