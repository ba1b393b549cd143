import type { AttributeType } from '../../src/context/attributes';
import type { Rule } from '../../src/model/rule';
import { OPERATOR_NAMES, type OperatorName } from '../../src/rules/operator-names';
import { OPERATORS } from '../../src/rules/operators';
import type { Random } from '../generate/random';
import { anyJson } from './any-json';
import { FUZZ, MANY, type FuzzAttribute, type Words } from './vocabulary';

type Scalar = string | number | boolean;

/** A random rule over the whole operator table: single conditions, ranges, groups in groups. Nearly always valid. */
export const operatorRule = (random: Random, words: Words = MANY, depth = 0): Rule => {
  if (depth > 2 || random.chance(0.55)) return conditions(random, words, random.between(1, 2));
  const rules = (): Rule[] =>
    Array.from({ length: random.between(1, 3) }, () => operatorRule(random, words, depth + 1));
  switch (random.int(4)) {
    case 0:
      return { $and: rules() };
    case 1:
      return { $or: rules() };
    case 2:
      return { $nor: rules() };
    default:
      return { $not: operatorRule(random, words, depth + 1) };
  }
};

/** A rule as nobody should write it: any JSON where a rule, a group or an operand belongs. */
export const brokenRule = (random: Random): Rule => {
  const junk = anyJson(random, 3);
  switch (random.int(4)) {
    case 0:
      return junk as Rule;
    case 1:
      return { [random.pick(['$and', '$or', '$nor', '$not', '$where'])]: junk };
    case 2:
      return { [random.pick(FUZZ).path]: { [random.pick(OPERATOR_NAMES)]: junk } };
    default:
      return { [random.pick(['__proto__.a', 'constructor', 'a..b', '', '*', 'traits.$eq'])]: junk };
  }
};

const conditions = (random: Random, words: Words, count: number): Rule =>
  Object.fromEntries(
    random.some(FUZZ, count).map((attribute) => [attribute.path, condition(random, words, attribute)]),
  );

const condition = (random: Random, words: Words, attribute: FuzzAttribute): unknown => {
  const { type, values } = attribute;
  if (type !== 'string-list' && random.chance(0.1)) return scalar(random, words, type, values);
  const names = random.some(namesFor(type), random.chance(0.15) ? 2 : 1);
  const operators = Object.fromEntries(
    names.map((name) => [spelling(random, name), operand(random, words, name, attribute)]),
  );
  return random.chance(0.1) ? { $not: operators } : operators;
};

const NAMES = new Map<AttributeType, readonly OperatorName[]>();

/** Asked of the real table, so that an operator that is added is fuzzed from that day on. */
const namesFor = (type: AttributeType): readonly OperatorName[] => {
  const known = NAMES.get(type);
  if (known !== undefined) return known;
  const names = OPERATOR_NAMES.filter((name) => OPERATORS[name].types.has(type));
  NAMES.set(type, names);
  return names;
};

const spelling = (random: Random, name: OperatorName): string =>
  name === '$notIn' && random.chance(0.5) ? '$nin' : name;

const scalar = (random: Random, words: Words, type: AttributeType, values?: readonly string[]): Scalar => {
  if (values) return random.pick(values);
  switch (type) {
    case 'number':
      return random.pick(words.numbers);
    case 'boolean':
      return random.chance(0.5);
    case 'date':
      return random.pick(words.days);
    case 'version':
      // Compared as a text, a rule may name what no version is.
      return random.pick(random.chance(0.2) ? words.texts : words.versions);
    case 'string':
    case 'string-list':
      return random.pick(words.texts);
    case 'any':
      return scalar(random, words, random.pick(['string', 'number', 'boolean', 'date'] as const));
  }
};

const operand = (
  random: Random,
  words: Words,
  name: OperatorName,
  { type, values }: Pick<FuzzAttribute, 'type' | 'values'>,
): unknown => {
  const ordered = (): string | number =>
    type === 'date' || (type === 'any' && random.chance(0.5))
      ? random.pick(words.days)
      : random.pick(words.numbers);
  switch (OPERATORS[name].operand) {
    case 'value':
      return scalar(random, words, type, values);
    case 'values':
      return Array.from({ length: random.between(1, 3) }, () => scalar(random, words, type, values));
    case 'text':
      return random.pick(words.texts);
    case 'pattern':
      return random.shuffle([random.pick(words.texts), '*', random.chance(0.3) ? '*' : '']).join('');
    case 'bound':
      return ordered();
    case 'range':
      return sortedRange(ordered(), random, words);
    case 'presence':
      return random.chance(0.5);
    case 'version':
      return random.pick(words.versions);
    case 'item-test':
      return itemTest(random, words, type);
    case 'size':
      return random.chance(0.5) ? random.int(4) : { [random.pick(['$gte', '$lt', '$ne'])]: random.int(4) };
  }
};

/** Both ends of one kind, the smaller first. */
const sortedRange = (from: string | number, random: Random, words: Words): (string | number)[] => {
  const to = typeof from === 'number' ? random.pick(words.numbers) : random.pick(words.days);
  const rank = (bound: string | number): number => (typeof bound === 'number' ? bound : Date.parse(bound));
  return rank(from) <= rank(to) ? [from, to] : [to, from];
};

const itemTest = (random: Random, words: Words, type: AttributeType): unknown => {
  const itemType = type === 'string-list' ? 'string' : 'any';
  const name = random.pick([
    '$eq',
    '$ne',
    '$eqi',
    '$in',
    '$startsWith',
    '$contains',
    '$notContainsi',
  ] as const);
  return { [name]: operand(random, words, name, { type: itemType }) };
};
