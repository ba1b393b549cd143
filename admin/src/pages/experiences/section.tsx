import { type ReactNode, useId } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

/** The places of the page that something can be wrong in. */
export type SectionName =
  | 'general'
  | 'entries'
  | 'variants'
  | 'audiences'
  | 'selection'
  | 'goal'
  | 'schedule';

interface Props {
  /** Where links to it lead. */
  readonly name: SectionName;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the page of an experience. */
export function Section({ name, title, hint, action, children }: Props) {
  const heading = useId();
  return (
    <Box
      tag="section"
      id={name}
      tabIndex={-1}
      aria-labelledby={heading}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      style={{ scrollMarginTop: '2rem', outline: 'none' }}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={4}>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="delta" tag="h2" id={heading}>
            {title}
          </Typography>
          {hint && (
            <Typography variant="pi" textColor="neutral600">
              {hint}
            </Typography>
          )}
        </Flex>
        {action && <Flex shrink={0}>{action}</Flex>}
      </Flex>
      {children}
    </Box>
  );
}

/** Leads to a section: into view for eyes, with the focus for keyboards. */
export function goToSection(name: SectionName): void {
  const section = document.getElementById(name);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
