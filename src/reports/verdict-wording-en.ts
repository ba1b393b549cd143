import { BASE } from '../model/experience';
import type { VerdictMeasure, VerdictMissing, VerdictSubject } from './verdict-shape';
import {
  figuresFor,
  nameOf,
  type Rounding,
  type VerdictNames,
  type VerdictSentences,
} from './verdict-wording';

const { count, percent, apart, amount } = figuresFor('en-GB');

const quote = (text: string) => `“${text}”`;

const otherSide = ({ against }: Pick<VerdictSubject, 'against'>) =>
  against === 'default' ? 'the default' : 'the control group';

const side = (subject: Pick<VerdictSubject, 'variant' | 'against'>, { variant }: VerdictNames) =>
  subject.variant === null
    ? 'the personalization'
    : subject.variant === BASE
      ? otherSide(subject)
      : nameOf(subject.variant, variant, quote);

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const units = ({ unitKind }: Pick<VerdictSubject, 'unitKind'>) =>
  unitKind === 'visitor' ? 'visitors' : 'page visits';

const unit = ({ unitKind }: Pick<VerdictSubject, 'unitKind'>) =>
  unitKind === 'visitor' ? 'visitor' : 'page visit';

const who = ({ unitKind }: Pick<VerdictSubject, 'unitKind'>) => (unitKind === 'visitor' ? 'who' : 'that');

const days = (number: number) => `${count(number)} more ${number === 1 ? 'day' : 'days'}`;

const wait = (daysLeft: number | null) =>
  daysLeft === null ? 'at this traffic not within a year' : `about ${days(daysLeft)}`;

type Measured = VerdictMeasure & Pick<VerdictSubject, 'unitKind'>;

const per = (values: Measured) =>
  ({ relative: '', 'per-100': ` per 100 ${units(values)}`, 'per-unit': ` per ${unit(values)}` })[
    values.scale
  ];

const size = (value: number, values: Measured, rounding: Rounding) =>
  amount(Math.abs(value), values, rounding) + per(values);

/** "4% more", "0.3 less per 100 visitors". */
const change = (value: number, more: boolean, values: Measured, rounding: Rounding) =>
  `${amount(Math.abs(value), values, rounding)} ${more ? 'more' : 'less'}${per(values)}`;

const effect = (
  values: Measured & { readonly atLeast: number; readonly likely: number },
  more: boolean,
): string =>
  `at least ${change(values.atLeast, more, values, 'down')}, most likely ${change(values.likely, more, values, 'nearest')}`;

const missing = (what: (values: VerdictMissing) => string) => (values: VerdictMissing, names: VerdictNames) =>
  `Not enough data yet: ${side(values, names)} has ${count(values.has)} of ${count(values.needs)} ${what(values)}; ${wait(values.daysLeft)}.`;

/** The closed list in English. */
export const VERDICTS_EN: VerdictSentences = {
  'no-goal': ({ goal }, names) =>
    `Cannot be calculated: the goal ${nameOf(goal, names.goal, quote)} does not exist any more.`,
  'not-measurable': ({ goal }, names) =>
    `Cannot be calculated: page visits cannot reach the goal ${nameOf(goal, names.goal, quote)}, only visitors who agreed to be recognised can.`,
  'no-variants': (values) => `Cannot be compared yet: no ${units(values)} of any variant have been counted.`,
  'no-control-group': (values) =>
    `Cannot be compared: the control group has no ${units(values)}, so nobody knows what would have happened otherwise.`,
  'one-sided': (values, names) =>
    `Cannot be compared yet: only one side has ${units(values)}, ${side(values, names)} or ${otherSide(values)}.`,
  'no-closed-day': ({ windowDays }) =>
    `Not enough data yet: no day is complete. A day counts when everybody seen on it has had ${count(windowDays)} ${windowDays === 1 ? 'day' : 'days'} to reach the goal.`,
  'more-units': missing(units),
  'more-conversions': missing((values) => `${units(values)} ${who(values)} reached the goal`),
  'more-not-converted': missing((values) => `${units(values)} ${who(values)} did not reach the goal`),
  'more-days': ({ has, needs, daysLeft }) =>
    `Not enough data yet: ${count(has)} of ${count(needs)} full days; ${days(daysLeft)}.`,
  undecided: (values, names) =>
    `Not enough data yet: ${side(values, names)} may bring anything from ${change(values.from, values.from > 0, values, values.from > 0 ? 'down' : 'up')} to ${change(values.to, values.to >= 0, values, values.to > 0 ? 'up' : 'down')} than ${otherSide(values)}; ${wait(values.daysLeft)}.`,
  'withheld-sample-ratio': (values, names) => {
    const [expected, seen] = apart(values.expected, values.seen);
    return `Result withheld: ${units(values)} were not split as planned. ${upper(side(values, names))} should have ${expected} of them and has ${seen}.`;
  },
  'withheld-multiple': (values) =>
    `Result withheld: ${percent(values.share, 'up')} of ${units(values)} saw more than one side, and the limit is ${percent(values.most, 'nearest')}.`,
  'withheld-changed': (values, names) =>
    `Result withheld: earlier and later days contradict each other, so the effect of ${side(values, names)} has changed.`,
  'no-variation': (values, names) =>
    `Cannot be calculated: with ${side(values, names)} and with ${otherSide(values)} everybody did the same.`,
  'no-denominator': (values, names) =>
    `Cannot be calculated: what the goal divides by is not above zero, with ${side(values, names)} or with ${otherSide(values)}.`,
  'bad-numbers': (values, names) =>
    `Cannot be calculated: values of ${side(values, names)} or of ${otherSide(values)} are no usable numbers.`,
  'guardrail-dropped': (values, names) =>
    `Must not ${values.direction === 'up' ? 'drop' : 'rise'}, but did: with ${side(values, names)}, ${nameOf(values.goal, names.goal, quote)} brings at least ${change(values.atLeast, values.direction === 'down', values, 'down')} than with ${otherSide(values)}.`,
  better: (values, names) =>
    `${upper(side(values, names))} is better than ${otherSide(values)}: ${effect(values, values.direction === 'up')}.`,
  worse: (values, names) =>
    `${upper(side(values, names))} is worse than ${otherSide(values)}: ${effect(values, values.direction === 'down')}.`,
  'no-harm': (values, names) =>
    `${upper(side(values, names))} may stay: no harm larger than ${size(values.atMost, values, 'up')} compared with ${otherSide(values)}.`,
  'no-difference': (values, names) =>
    `No difference larger than ${size(values.atMost, values, 'up')} between ${side(values, names)} and ${otherSide(values)}.`,
};
