import type { ReactNode } from 'react';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useText } from '../../hooks/use-text';
import { goToSection, type SectionName } from './section';

interface Props {
  readonly title: string;
  readonly icon: ReactNode;
  readonly items: readonly {
    readonly key: string;
    readonly sentence: string;
    /** Where on the page it is put right. */
    readonly section: SectionName;
  }[];
}

/** Sentences about a personalization, each with a link to the place where it is put right. */
export function SentenceList({ title, icon, items }: Props) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="pi" fontWeight="bold">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={title}>
        {items.map(({ key, sentence, section }) => (
          <Flex tag="li" key={key} gap={2} alignItems="flex-start">
            <Box paddingTop={1}>{icon}</Box>
            <Box grow={1}>
              <Typography>{sentence}</Typography>
            </Box>
            <Box shrink={0} paddingTop={1}>
              <TextButton onClick={() => goToSection(section)}>
                {text(`experiences.go.${section}`)}
              </TextButton>
            </Box>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
