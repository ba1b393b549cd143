import type { ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { type PermissionName, PERMISSIONS } from '../permissions';

interface Props {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** What a role must have; without it the page says so and what to ask for. */
  readonly needs: PermissionName;
  readonly primaryAction?: ReactNode;
  readonly secondaryAction?: ReactNode;
  /** The way back, on pages of one record. */
  readonly navigationAction?: ReactNode;
  readonly children: ReactNode;
}

/** Header, document title, permission and spacing of every page of ours. */
export function PageFrame({ title, needs, children, ...header }: Props) {
  const text = useText();
  const may = useMay();
  if (!may(needs)) {
    return <Page.NoPermissions content={text('common.no-permission', { permission: PERMISSIONS[needs] })} />;
  }
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} {...header} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
