import { WarningCircle } from '@strapi/icons';
import type { Issue } from '../../../../src/foundation/issue';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useProblemText } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import type { SectionName } from './section';
import { SentenceList } from './sentence-list';

interface Props {
  readonly issues: readonly Issue[];
  readonly title: string;
}

/** What stands in the way, sentence by sentence, each with a link to the place where it is put right. */
export function CheckList({ issues, title }: Props) {
  const sentenceOf = useIssueSentence(issues);
  return (
    <SentenceList
      title={title}
      icon={<WarningCircle fill="warning600" aria-hidden />}
      items={issues.map((issue, index) => ({
        key: String(index),
        sentence: sentenceOf(issue),
        section: sectionOf(issue),
      }))}
    />
  );
}

/** The place of the page that an issue is about. */
function sectionOf({ code, path: [first] }: Issue): SectionName {
  if (code === 'attribute-taken') return 'variants';
  if (code === 'shares-exceed-all' || code === 'shares-are-empty') return 'selection';
  if (first === 'entries' || first === 'audiences') return first;
  if (first === 'holdout') return 'selection';
  if (first === 'goal' || first === 'guardrails') return 'goal';
  return 'variants';
}

/** An issue as people read it: a conflict names both experiences and the entry by its title. */
function useIssueSentence(issues: readonly Issue[]): (issue: Issue) => string {
  const text = useText();
  const say = useProblemText();
  const { titleOf } = useEntryTitles(issues.flatMap(entryOf));
  return (issue) => {
    const [entry] = entryOf(issue);
    if (!entry || !issue.values) return say(issue);
    const { first = '', later = '', attribute = '', locale } = issue.values;
    const place = locale === undefined ? titleOf(entry) : `${titleOf(entry)} (${locale})`;
    return text('experiences.check.conflict', { first, later, attribute, entry: place });
  };
}

function entryOf({ code, values }: Issue) {
  const { contentType, documentId } = values ?? {};
  if (code !== 'attribute-taken' || typeof contentType !== 'string' || typeof documentId !== 'string')
    return [];
  return [{ contentType, documentId }];
}
