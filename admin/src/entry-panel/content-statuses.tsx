import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../hooks/use-text';
import type { ContentStatus, VariantContentRecord } from '../../../src/protocol/variants';

const COLORS: Readonly<Record<ContentStatus, 'success600' | 'secondary600' | 'alternative600'>> = {
  published: 'success600',
  draft: 'secondary600',
  modified: 'alternative600',
};

interface Props {
  readonly content: VariantContentRecord;
  /** The one that the editor is in. */
  readonly locale?: string;
}

/** How far variant content is, in each language that it has. */
export function ContentStatuses({ content, locale }: Props) {
  const text = useText();
  if (!content.available) {
    return (
      <Typography variant="pi" textColor="danger600">
        {text('entry-panel.variants.unavailable')}
      </Typography>
    );
  }
  const missing =
    locale !== undefined &&
    content.locales.every((known) => known.locale !== null && known.locale !== locale);
  return (
    <Flex gap={2} wrap="wrap">
      {content.locales.map(({ locale: code, status }) => (
        <Typography key={code ?? ''} variant="pi" textColor={COLORS[status]}>
          {code === null ? '' : `${code}: `}
          {text(`entry-panel.status.${status}`)}
        </Typography>
      ))}
      {missing && (
        <Typography variant="pi" textColor="warning600">
          {text('entry-panel.status.missing', { locale })}
        </Typography>
      )}
    </Flex>
  );
}
