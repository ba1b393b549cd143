import { attributesEn } from './attributes-en';
import type { BoundKind, Wording } from './wording';

const byKind = (number: string, date: string) => (label: string, value: string, kind: BoundKind) =>
  `${label} is ${kind === 'date' ? date : number} ${value}`;

const plain = (verb: string) => (label: string, value: string) => `${label} ${verb} ${value}`;
const anyCase = (verb: string) => (label: string, value: string) => `${label} ${verb} ${value} (in any case)`;

/** English phrases of described rules. */
export const WORDING_EN: Wording = {
  intlLocale: 'en-GB',
  everyone: 'Everyone',
  invalid: 'This rule is not valid and matches nobody',
  yes: 'yes',
  no: 'no',
  known: 'known',
  unknown: 'unknown',
  alsoWhenUnknown: ' (also when unknown)',
  quote: (text) => `“${text}”`,
  and: (parts) => sentence(parts, 'and'),
  or: (parts) => sentence(parts, 'or'),
  not: (inner) => `the following does not apply (also when unknown): (${inner})`,
  phrase: {
    $eq: plain('is'),
    $eqi: anyCase('is'),
    $ne: plain('is not'),
    $nei: anyCase('is not'),
    $in: plain('is'),
    $notIn: plain('is not'),
    $lt: byKind('less than', 'before'),
    $lte: byKind('at most', 'on or before'),
    $gt: byKind('more than', 'after'),
    $gte: byKind('at least', 'on or after'),
    $between: (label, value, _kind, end) => `${label} is between ${value} and ${end}`,
    $contains: plain('contains'),
    $containsi: anyCase('contains'),
    $notContains: plain('does not contain'),
    $notContainsi: anyCase('does not contain'),
    $startsWith: plain('starts with'),
    $startsWithi: anyCase('starts with'),
    $endsWith: plain('ends with'),
    $endsWithi: anyCase('ends with'),
    $matches: plain('matches the pattern'),
    $null: (label) => `${label} is unknown`,
    $notNull: (label) => `${label} is known`,
    $all: plain('contains all of'),
    $elemMatch: (label, value) => `${label} has an entry for which this applies: (${value})`,
    $size: (label, value) => `${label} has so many entries: (${value})`,
    $veq: plain('is'),
    $vne: plain('is not'),
    $vgt: plain('is newer than'),
    $vgte: (label, value) => `${label} is ${value} or newer`,
    $vlt: plain('is older than'),
    $vlte: (label, value) => `${label} is ${value} or older`,
  },
  amount: {
    $eq: (value) => `exactly ${value}`,
    $lt: (value) => `fewer than ${value}`,
    $lte: (value) => `at most ${value}`,
    $gt: (value) => `more than ${value}`,
    $gte: (value) => `at least ${value}`,
    $between: (value, end) => `${value} to ${end}`,
  },
  entry: 'the entry',
  entries: (count) => (count === 1 ? 'entry' : 'entries'),
  numberOfEntries: 'the number of entries',
  hasCount: (label, count) => `${label} has ${count}`,
  attributes: attributesEn,
  values: {
    direct: 'direct',
    search: 'search engine',
    social: 'social network',
    email: 'e-mail',
    internal: 'own site',
    other: 'other site',
    mobile: 'phone',
    tablet: 'tablet',
    desktop: 'computer',
    tv: 'television',
    bot: 'bot',
    kiosk: 'kiosk',
    light: 'light',
    dark: 'dark',
    AF: 'Africa',
    AN: 'Antarctica',
    AS: 'Asia',
    EU: 'Europe',
    NA: 'North America',
    OC: 'Oceania',
    SA: 'South America',
  },
};

/** Parts are clauses, so even two of them are parted by a comma: lists inside them use "or" as well. */
const sentence = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1) ?? ''}`;
