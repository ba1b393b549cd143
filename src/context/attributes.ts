/**
 * Type of an attribute; decides the coercions (number from numeric string, date from ISO) and the operators allowed.
 * `any` is a fact that nobody declared: nothing is coerced, and the operand of each condition says what is compared.
 */
export type AttributeType = 'string' | 'number' | 'boolean' | 'date' | 'version' | 'string-list' | 'any';

/**
 * Consent class: `stored` attributes need consent because something about the visitor is kept;
 * `request` attributes are known from this request alone.
 */
export type ConsentClass = 'request' | 'stored';

/** One typed fact that rules may read. */
export interface AttributeDeclaration {
  /** Dotted path; a segment `*` stands for any key, as in `interests.*`. */
  readonly path: string;
  readonly type: AttributeType;
  readonly consent: ConsentClass;
  /** Values to choose from, where the set is closed. */
  readonly values?: readonly string[];
}
