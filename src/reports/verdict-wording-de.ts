import { BASE } from '../model/experience';
import type { VerdictMeasure, VerdictMissing, VerdictSubject } from './verdict-shape';
import {
  figuresFor,
  nameOf,
  type Rounding,
  type VerdictNames,
  type VerdictSentences,
} from './verdict-wording';

const { count, percent, apart, amount } = figuresFor('de-DE');

const quote = (text: string) => `„${text}“`;

type Case = 'nominative' | 'dative';

type Sides = Pick<VerdictSubject, 'variant' | 'against'>;

const otherSide = ({ against }: Pick<VerdictSubject, 'against'>, form: Case) =>
  against === 'default'
    ? { nominative: 'der Standard', dative: 'dem Standard' }[form]
    : { nominative: 'die Vergleichsgruppe', dative: 'der Vergleichsgruppe' }[form];

const side = (subject: Sides, { variant }: VerdictNames, form: Case) => {
  if (subject.variant === BASE) return otherSide(subject, form);
  if (subject.variant !== null) return nameOf(subject.variant, variant, quote);
  return { nominative: 'die Personalisierung', dative: 'der Personalisierung' }[form];
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const UNITS = {
  visitor: { one: 'Besucher', many: 'Besucher', dative: 'Besuchern' },
  'page-visit': { one: 'Seitenbesuch', many: 'Seitenbesuche', dative: 'Seitenbesuchen' },
} as const;

const days = (number: number) => `noch ${count(number)} ${number === 1 ? 'Tag' : 'Tage'}`;

const wait = (daysLeft: number | null) =>
  daysLeft === null
    ? 'bei diesem Verkehr nicht innerhalb eines Jahres'
    : days(daysLeft).replace('noch', 'noch etwa');

type Measured = VerdictMeasure & Pick<VerdictSubject, 'unitKind'>;

const per = ({ scale, unitKind }: Measured) =>
  ({
    relative: '',
    'per-100': ` je 100 ${UNITS[unitKind].many}`,
    'per-unit': ` je ${UNITS[unitKind].one}`,
  })[scale];

const size = (value: number, values: Measured, rounding: Rounding) =>
  amount(Math.abs(value), values, rounding) + per(values);

/** "4 % mehr", "0,3 weniger je 100 Besucher". */
const change = (value: number, more: boolean, values: Measured, rounding: Rounding) =>
  `${amount(Math.abs(value), values, rounding)} ${more ? 'mehr' : 'weniger'}${per(values)}`;

const effect = (
  values: Measured & { readonly atLeast: number; readonly likely: number },
  more: boolean,
): string =>
  `mindestens ${change(values.atLeast, more, values, 'down')}, am wahrscheinlichsten ${change(values.likely, more, values, 'nearest')}`;

const missing = (what: (values: VerdictMissing) => string) => (values: VerdictMissing, names: VerdictNames) =>
  `Noch nicht genug Daten: ${upper(side(values, names, 'nominative'))} hat ${count(values.has)} von ${count(values.needs)} ${what(values)}; ${wait(values.daysLeft)}.`;

/** The closed list in German. */
export const VERDICTS_DE: VerdictSentences = {
  'no-goal': ({ goal }, names) =>
    `Nicht berechenbar: Das Ziel ${nameOf(goal, names.goal, quote)} gibt es nicht mehr.`,
  'not-measurable': ({ goal }, names) =>
    `Nicht berechenbar: Das Ziel ${nameOf(goal, names.goal, quote)} können einzelne Seitenbesuche nicht erreichen, nur Besucher, die der Wiedererkennung zugestimmt haben.`,
  'no-variants': ({ unitKind }) =>
    `Noch nicht vergleichbar: Es wurden noch keine ${UNITS[unitKind].many} einer Variante gezählt.`,
  'no-control-group': ({ unitKind }) =>
    `Nicht vergleichbar: Die Vergleichsgruppe hat keine ${UNITS[unitKind].many}, also weiß niemand, was sonst geschehen wäre.`,
  'one-sided': (values, names) =>
    `Noch nicht vergleichbar: Nur eine Seite hat ${UNITS[values.unitKind].many}, ${side(values, names, 'nominative')} oder ${otherSide(values, 'nominative')}.`,
  'no-closed-day': ({ windowDays }) =>
    `Noch nicht genug Daten: Kein Tag ist abgeschlossen. Ein Tag zählt, wenn alle, die an ihm gesehen wurden, ${count(windowDays)} ${windowDays === 1 ? 'Tag' : 'Tage'} Zeit hatten, das Ziel zu erreichen.`,
  'more-units': missing(({ unitKind }) => UNITS[unitKind].dative),
  'more-conversions': missing(({ unitKind }) => `${UNITS[unitKind].dative}, die das Ziel erreicht haben`),
  'more-not-converted': missing(
    ({ unitKind }) => `${UNITS[unitKind].dative}, die das Ziel nicht erreicht haben`,
  ),
  'more-days': ({ has, needs, daysLeft }) =>
    `Noch nicht genug Daten: ${count(has)} von ${count(needs)} vollen Tagen; ${days(daysLeft)}.`,
  undecided: (values, names) =>
    `Noch nicht genug Daten: ${upper(side(values, names, 'nominative'))} kann zwischen ${change(values.from, values.from > 0, values, values.from > 0 ? 'down' : 'up')} und ${change(values.to, values.to >= 0, values, values.to > 0 ? 'up' : 'down')} bringen als ${otherSide(values, 'nominative')}; ${wait(values.daysLeft)}.`,
  'withheld-sample-ratio': (values, names) => {
    const [expected, seen] = apart(values.expected, values.seen);
    return `Ergebnis zurückgehalten: Die ${UNITS[values.unitKind].many} wurden nicht wie geplant verteilt. ${upper(side(values, names, 'nominative'))} sollte ${expected} haben und hat ${seen}.`;
  },
  'withheld-multiple': ({ unitKind, share, most }) =>
    `Ergebnis zurückgehalten: ${percent(share, 'up')} der ${UNITS[unitKind].many} sahen mehr als eine Seite, die Grenze ist ${percent(most, 'nearest')}.`,
  'withheld-changed': (values, names) =>
    `Ergebnis zurückgehalten: Frühere und spätere Tage widersprechen sich, also hat sich die Wirkung von ${side(values, names, 'dative')} geändert.`,
  'no-variation': (values, names) =>
    `Nicht berechenbar: Mit ${side(values, names, 'dative')} und mit ${otherSide(values, 'dative')} taten alle dasselbe.`,
  'no-denominator': (values, names) =>
    `Nicht berechenbar: Wodurch das Ziel teilt, ist mit ${side(values, names, 'dative')} oder mit ${otherSide(values, 'dative')} nicht größer als null.`,
  'bad-numbers': (values, names) =>
    `Nicht berechenbar: Werte von ${side(values, names, 'dative')} oder von ${otherSide(values, 'dative')} sind keine brauchbaren Zahlen.`,
  'guardrail-dropped': (values, names) =>
    `Darf nicht ${values.direction === 'up' ? 'sinken, ist aber gesunken' : 'steigen, ist aber gestiegen'}: Mit ${side(values, names, 'dative')} bringt ${nameOf(values.goal, names.goal, quote)} mindestens ${change(values.atLeast, values.direction === 'down', values, 'down')} als mit ${otherSide(values, 'dative')}.`,
  better: (values, names) =>
    `${upper(side(values, names, 'nominative'))} ist besser als ${otherSide(values, 'nominative')}: ${effect(values, values.direction === 'up')}.`,
  worse: (values, names) =>
    `${upper(side(values, names, 'nominative'))} ist schlechter als ${otherSide(values, 'nominative')}: ${effect(values, values.direction === 'down')}.`,
  'no-harm': (values, names) =>
    `${upper(side(values, names, 'nominative'))} darf bleiben: kein Schaden größer als ${size(values.atMost, values, 'up')} gegenüber ${otherSide(values, 'dative')}.`,
  'no-difference': (values, names) =>
    `Kein Unterschied größer als ${size(values.atMost, values, 'up')} zwischen ${side(values, names, 'dative')} und ${otherSide(values, 'dative')}.`,
};
