import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { Issue } from '../../../../src/foundation/issue';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useProblemText } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { goToSection, type SectionName } from './section';

interface Props {
  readonly issues: readonly Issue[];
  readonly title: string;
}

/** What stands in the way, sentence by sentence, each with a link to the place where it is put right. */
export function CheckList({ issues, title }: Props) {
  const text = useText();
  const sentenceOf = useIssueSentence(issues);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="pi" fontWeight="bold">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={title}>
        {issues.map((issue, index) => {
          const section = sectionOf(issue);
          return (
            <Flex tag="li" key={index} gap={2} alignItems="flex-start">
              <Box paddingTop={1}>
                <WarningCircle fill="warning600" aria-hidden />
              </Box>
              <Typography>{sentenceOf(issue)}</Typography>
              <Box shrink={0} paddingTop={1}>
                <TextButton onClick={() => goToSection(section)}>
                  {text(`experiences.go.${section}`)}
                </TextButton>
              </Box>
            </Flex>
          );
        })}
      </Flex>
    </Flex>
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
