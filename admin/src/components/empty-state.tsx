import type { ReactNode } from 'react';
import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

interface Props {
  /** What is not there, and what it would be good for. */
  readonly content: string;
  /** How to make the first one. */
  readonly action?: ReactNode;
}

/** The place of a list that has nothing yet. */
export const EmptyState = ({ content, action }: Props) => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" />}
    content={content}
    action={action}
    hasRadius
    shadow="tableShadow"
  />
);
