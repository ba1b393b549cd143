import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

const LOOKS = {
  info: { Icon: Information, tone: 'primary' },
  success: { Icon: CheckCircle, tone: 'success' },
  warning: { Icon: WarningCircle, tone: 'warning' },
  danger: { Icon: WarningCircle, tone: 'danger' },
} as const;

interface Props {
  readonly variant?: keyof typeof LOOKS;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A sentence that stays as long as it is true; the design system's own can always be closed. */
export function Notice({ variant = 'info', title, children }: Props) {
  const { Icon, tone } = LOOKS[variant];
  return (
    <Flex
      gap={3}
      padding={4}
      alignItems="flex-start"
      hasRadius
      background={`${tone}100`}
      borderColor={`${tone}200`}
      role={variant === 'danger' || variant === 'warning' ? 'alert' : 'status'}
    >
      <Box paddingTop={1}>
        <Icon fill={`${tone}600`} aria-hidden />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={1} grow={1}>
        {title && (
          <Typography fontWeight="bold" tag="p">
            {title}
          </Typography>
        )}
        <Typography tag="div">{children}</Typography>
      </Flex>
    </Flex>
  );
}
