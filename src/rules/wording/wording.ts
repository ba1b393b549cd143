import type { OperatorName } from '../operator-names';

/** Languages in which rules are described. */
export type WordingLocale = 'en' | 'de';

/** How a bound reads: of a number it is *less*, of a date *before*. */
export type BoundKind = 'number' | 'date';

/** A noun that is counted: `3 visits`, `1 Besuch`. */
export type CountedNoun = (count: number) => string;

/** How an attribute is called in a sentence; `code` is what stands for the `*` of its path. */
export interface AttributeWords {
  readonly label: (code: string) => string;
  /** For counts, which read better as `at least 3 visits` than as `number of visits is at least 3`. */
  readonly counted?: (code: string) => CountedNoun;
}

/** Operators that say how many, for counted nouns. */
export type AmountOperator = '$eq' | '$lt' | '$lte' | '$gt' | '$gte' | '$between';

/** One language: every phrase of which a described rule is made. */
export interface Wording {
  /** For `Intl`. */
  readonly intlLocale: string;
  readonly everyone: string;
  readonly invalid: string;
  readonly yes: string;
  readonly no: string;
  readonly known: string;
  readonly unknown: string;
  readonly alsoWhenUnknown: string;
  readonly quote: (text: string) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly not: (inner: string) => string;
  /** One phrase an operator; `value` is finished text, of lists already joined, of ranges the second in `end`. */
  readonly phrase: Readonly<
    Record<OperatorName, (label: string, value: string, kind: BoundKind, end: string) => string>
  >;
  readonly amount: Readonly<Record<AmountOperator, (value: string, end: string) => string>>;
  /** The entry of a list inside `$elemMatch`, and entries as they are counted by `$size`. */
  readonly entry: string;
  readonly entries: CountedNoun;
  readonly numberOfEntries: string;
  readonly hasCount: (label: string, count: string) => string;
  readonly attributes: Readonly<Record<string, AttributeWords>>;
  /** Names of closed values, such as `mobile`. */
  readonly values: Readonly<Record<string, string>>;
}
