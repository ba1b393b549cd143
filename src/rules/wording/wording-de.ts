import { attributesDe } from './attributes-de';
import type { BoundKind, Wording } from './wording';

const byKind = (number: string, date: string) => (label: string, value: string, kind: BoundKind) =>
  `${label} ${kind === 'date' ? date : number} ${value}`;

const plain = (verb: string) => (label: string, value: string) => `${label} ${verb} ${value}`;
const anyCase = (verb: string) => (label: string, value: string) =>
  `${label} ${verb} ${value} (Groß- und Kleinschreibung egal)`;

/** German phrases of described rules. */
export const WORDING_DE: Wording = {
  intlLocale: 'de-DE',
  everyone: 'Alle Besucher',
  invalid: 'Diese Regel ist ungültig und trifft auf niemanden zu',
  yes: 'ja',
  no: 'nein',
  known: 'bekannt',
  unknown: 'unbekannt',
  alsoWhenUnknown: ' (auch wenn unbekannt)',
  quote: (text) => `„${text}“`,
  and: (parts) => sentence(parts, 'und'),
  or: (parts) => sentence(parts, 'oder'),
  not: (inner) => `Folgendes trifft nicht zu (auch wenn unbekannt): (${inner})`,
  phrase: {
    $eq: byKind('ist', 'ist der'),
    $eqi: anyCase('ist'),
    $ne: byKind('ist nicht', 'ist nicht der'),
    $nei: anyCase('ist nicht'),
    $in: plain('ist'),
    $notIn: plain('ist nicht'),
    $lt: byKind('ist kleiner als', 'liegt vor dem'),
    $lte: byKind('ist höchstens', 'liegt spätestens am'),
    $gt: byKind('ist größer als', 'liegt nach dem'),
    $gte: byKind('ist mindestens', 'liegt frühestens am'),
    $between: (label, value, kind, end) =>
      kind === 'date'
        ? `${label} liegt zwischen dem ${value} und dem ${end}`
        : `${label} liegt zwischen ${value} und ${end}`,
    $contains: plain('enthält'),
    $containsi: anyCase('enthält'),
    $notContains: plain('enthält nicht'),
    $notContainsi: anyCase('enthält nicht'),
    $startsWith: plain('beginnt mit'),
    $startsWithi: anyCase('beginnt mit'),
    $endsWith: plain('endet mit'),
    $endsWithi: anyCase('endet mit'),
    $matches: plain('entspricht dem Muster'),
    $null: (label) => `${label} ist unbekannt`,
    $notNull: (label) => `${label} ist bekannt`,
    $all: plain('enthält alle diese Werte:'),
    $elemMatch: (label, value) => `${label} hat einen Eintrag, für den gilt: (${value})`,
    $size: (label, value) => `${label} hat so viele Einträge: (${value})`,
    $veq: plain('ist'),
    $vne: plain('ist nicht'),
    $vgt: plain('ist neuer als'),
    $vgte: (label, value) => `${label} ist ${value} oder neuer`,
    $vlt: plain('ist älter als'),
    $vlte: (label, value) => `${label} ist ${value} oder älter`,
  },
  amount: {
    $eq: (value) => `genau ${value}`,
    $lt: (value) => `weniger als ${value}`,
    $lte: (value) => `höchstens ${value}`,
    $gt: (value) => `mehr als ${value}`,
    $gte: (value) => `mindestens ${value}`,
    $between: (value, end) => `${value} bis ${end}`,
  },
  entry: 'der Eintrag',
  entries: (count) => (count === 1 ? 'Eintrag' : 'Einträge'),
  numberOfEntries: 'die Anzahl der Einträge',
  hasCount: (label, count) => `${label} hat ${count}`,
  attributes: attributesDe,
  values: {
    direct: 'Direktaufruf',
    search: 'Suchmaschine',
    social: 'soziales Netzwerk',
    email: 'E-Mail',
    internal: 'eigene Website',
    other: 'andere Website',
    mobile: 'Smartphone',
    tablet: 'Tablet',
    desktop: 'Computer',
    tv: 'Fernseher',
    bot: 'Bot',
    kiosk: 'Kiosk',
    light: 'hell',
    dark: 'dunkel',
    AF: 'Afrika',
    AN: 'Antarktis',
    AS: 'Asien',
    EU: 'Europa',
    NA: 'Nordamerika',
    OC: 'Ozeanien',
    SA: 'Südamerika',
  },
};

/** Clauses are parted by a comma, also before "und": "oder" may stand inside them. */
const sentence = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1) ?? ''}`;
