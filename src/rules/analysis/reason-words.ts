import type { WordingLocale } from '../wording/wording';
import type { UnknownCause } from './found';

/** One language: the phrases of which the reasons of an analysis are made. */
export interface ReasonWords {
  /** For `Intl`. */
  readonly intlLocale: string;
  readonly quote: (name: string) => string;
  readonly invalid: string;
  /** What cannot be, as two phrases: of several conditions, and of one. */
  readonly exclude: (conditions: string) => string;
  readonly neverApplies: (condition: string) => string;
  /** These take such a phrase. */
  readonly 'never-true': (clash: string) => string;
  readonly 'conditions-exclude': (clash: string) => string;
  readonly 'needs-consent': (clash: string) => string;
  readonly 'unexpected-values-only': (clash: string) => string;
  readonly undecided: (cause: string) => string;
  readonly causes: Readonly<Record<UnknownCause, string>>;
  readonly earlierRule: (number: number) => string;
  readonly covered: (rule: string | undefined, by: string) => string;
  readonly 'covered-as-expected': (rule: string | undefined, by: string) => string;
}

const EN: ReasonWords = {
  intlLocale: 'en-GB',
  quote: (name) => `“${name}”`,
  invalid: 'Nobody can match: the rule is not valid.',
  exclude: (conditions) => `${conditions} exclude each other`,
  neverApplies: (condition) => `this never applies: ${condition}`,
  'never-true': (clash) => `Nobody can match: ${clash}.`,
  'conditions-exclude': (clash) => `Nobody can match: ${clash}.`,
  'needs-consent': (clash) =>
    `Nobody can match: ${clash}, because without consent nothing that is stored of a visitor is known.`,
  'unexpected-values-only': (clash) =>
    `Nobody is expected to match: with the values that sites and apps normally send, ${clash}.`,
  undecided: (cause) => `It cannot be told whether anybody can match: ${cause}.`,
  causes: {
    'too-many-steps': 'there are too many combinations to look at all of them',
    'text-and-order': 'one text is compared with a pattern and with an order of versions or dates',
    'letter-case': 'some letters change more than their case',
    'version-too-long': 'a version between two others would be too long',
    'not-confirmed': 'what was found did not pass the rule',
  },
  earlierRule: (number) => `rule ${number}`,
  covered: (rule, by) => `Everyone who matches ${rule ?? 'this rule'} already matches ${by}.`,
  'covered-as-expected': (rule, by) =>
    `With the values that sites and apps normally send, everyone who matches ${rule ?? 'this rule'} already matches ${by}.`,
};

const DE: ReasonWords = {
  intlLocale: 'de-DE',
  quote: (name) => `„${name}“`,
  invalid: 'Niemand kann dazugehören: Die Regel ist ungültig.',
  exclude: (conditions) => `${conditions} schließen einander aus`,
  neverApplies: (condition) => `das trifft nie zu: ${condition}`,
  'never-true': (clash) => `Niemand kann dazugehören: ${clash}.`,
  'conditions-exclude': (clash) => `Niemand kann dazugehören: ${clash}.`,
  'needs-consent': (clash) =>
    `Niemand kann dazugehören: ${clash}, denn ohne Einwilligung ist nichts bekannt, was über Besucher gespeichert wird.`,
  'unexpected-values-only': (clash) =>
    `Voraussichtlich gehört niemand dazu. Bei den Werten, die Websites und Apps üblicherweise senden, gilt: ${clash}.`,
  undecided: (cause) => `Ob jemand dazugehören kann, lässt sich nicht sagen: ${cause}.`,
  causes: {
    'too-many-steps': 'Es gibt zu viele Kombinationen, um alle anzusehen',
    'text-and-order':
      'Ein Text wird mit einem Muster und mit einer Reihenfolge von Versionen oder Daten verglichen',
    'letter-case': 'Manche Buchstaben ändern mehr als Groß- und Kleinschreibung',
    'version-too-long': 'Eine Version zwischen zwei anderen wäre zu lang',
    'not-confirmed': 'Was gefunden wurde, hat die Regel nicht bestanden',
  },
  earlierRule: (number) => `Regel ${number}`,
  covered: (rule, by) => `Wer zu ${rule ?? 'dieser Regel'} gehört, gehört immer schon zu ${by}.`,
  'covered-as-expected': (rule, by) =>
    `Bei den Werten, die Websites und Apps üblicherweise senden, gehört immer schon zu ${by}, wer zu ${rule ?? 'dieser Regel'} gehört.`,
};

export const REASON_WORDS: Readonly<Record<WordingLocale, ReasonWords>> = { en: EN, de: DE };
