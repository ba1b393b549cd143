import { Flex } from '@strapi/design-system';
import type { KeyboardEvent, ReactNode } from 'react';

/** The room of a panel of ours: its whole width, and Enter in one of its inputs does not save the entry around it. */
export const PanelBox = ({ children }: { children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={4} width="100%" onKeyDown={keepEnter}>
    {children}
  </Flex>
);

/** The edit view is one form, and Enter in an input presses its first button: Publish or Save. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
