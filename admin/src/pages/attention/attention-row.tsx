import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { AttentionItem } from '../../../../src/protocol/attention';
import type { PersonalizedType } from '../../../../src/protocol/content-types';
import { useText } from '../../hooks/use-text';
import { ruleLocale } from '../audiences/rule-locale';
import { remediesOf, typeName } from './remedies';

interface Props {
  readonly item: AttentionItem;
  readonly types: readonly PersonalizedType[];
}

/** One thing that needs attention, what to do, and the way there. */
export function AttentionRow({ item, types }: Props) {
  const text = useText();
  const locale = ruleLocale(useIntl().locale);
  const color = item.severity === 'error' ? 'danger600' : 'warning600';
  return (
    <Flex tag="li" gap={4} padding={4} alignItems="flex-start" background="neutral0">
      <Box paddingTop={1}>
        <WarningCircle fill={color} aria-label={text(`attention.severity.${item.severity}`)} />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2} grow={1}>
        <Typography>
          {text(`attention.item.${item.code}`, {
            experience: item.experience?.name ?? 'none',
            variant: item.variant?.name ?? '',
            audience: item.audience?.name ?? '',
            other: item.other?.name ?? '',
            attributes: (item.attributes ?? []).map((name) => `“${name}”`).join(', '),
            locale: item.locale ?? 'none',
            count: item.count ?? 1,
            detail: item.detail ?? '',
            sentence: item.sentence?.[locale] ?? '',
            type: typeName(item.content?.contentType ?? item.entry?.contentType, types),
          })}
        </Typography>
        <Flex gap={2} wrap="wrap">
          {remediesOf(item, types).map(({ label, to }) => (
            <LinkButton key={to} tag={NavLink} to={to} variant="tertiary" size="S">
              {text(label)}
            </LinkButton>
          ))}
        </Flex>
      </Flex>
    </Flex>
  );
}
