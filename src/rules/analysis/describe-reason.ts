import { describeTree } from '../describe';
import type { DescribeNames } from '../describe-condition';
import type { RuleNode } from '../rule-tree';
import type { WordingLocale } from '../wording/wording';
import type { NobodyReason, OpenCoverage, OpenReason, Subsumption } from './answers';
import { REASON_WORDS, type ReasonWords } from './reason-words';

/** Every reason of an analysis. */
export type AnalysisReason =
  | NobodyReason
  | OpenReason
  | OpenCoverage
  | Extract<Subsumption, { answer: 'yes' }>['reason'];

/** Names for the sentence; where there are none it speaks of this rule and of the earlier ones by their position. */
export interface ReasonNames extends DescribeNames {
  readonly rule?: string;
  /** By position. */
  readonly earlier?: readonly string[];
}

/**
 * A reason as one sentence: "Nobody can match: at least 5 visits and fewer than 3 visits exclude each other."
 * Total for every reason, in both languages.
 */
export const describeReason = (
  reason: AnalysisReason,
  locale: WordingLocale,
  names: ReasonNames = {},
): string => {
  const words = REASON_WORDS[locale];
  switch (reason.code) {
    case 'rule-invalid':
      return words.invalid;
    case 'never-true':
    case 'conditions-exclude':
    case 'needs-consent':
    case 'unexpected-values-only':
      return words[reason.code](clash(reason.parts, words, locale, names));
    case 'undecided':
      return words.undecided(words.causes[reason.cause]);
    case 'covered':
    case 'covered-as-expected':
      return words[reason.code](
        names.rule === undefined ? undefined : words.quote(names.rule),
        listed(
          reason.by.map((position) => nameOf(position, words, names)),
          'disjunction',
          words,
        ),
      );
    case 'nobody':
      return describeReason(reason.because, locale, names);
  }
};

const nameOf = (position: number, words: ReasonWords, { earlier }: ReasonNames): string => {
  const name = earlier?.[position];
  return name === undefined ? words.earlierRule(position + 1) : words.quote(name);
};

/** "A and B exclude each other"; of a single part "A" never applies. */
const clash = (
  parts: readonly RuleNode[],
  words: ReasonWords,
  locale: WordingLocale,
  names: DescribeNames,
): string => {
  const clauses = parts.map((part) => {
    const text = describeTree(part, locale, names);
    return part.kind === 'any' && parts.length > 1 ? `(${text})` : text;
  });
  const list = listed(clauses, 'conjunction', words);
  return parts.length > 1 ? words.exclude(list) : words.neverApplies(list);
};

const listed = (
  texts: readonly string[],
  type: 'conjunction' | 'disjunction',
  { intlLocale }: ReasonWords,
): string => new Intl.ListFormat(intlLocale, { type }).format(texts);
