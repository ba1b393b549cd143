import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AffectedRecord } from '../../../../src/protocol/attention';
import type { PersonalizedType } from '../../../../src/protocol/content-types';
import { useText } from '../../hooks/use-text';
import { typeName } from './remedies';

interface Props {
  readonly affected: AffectedRecord;
  readonly types: readonly PersonalizedType[];
}

/** One edit elsewhere, when it was and what it changed here. */
export function AffectedRow({ affected, types }: Props) {
  const text = useText();
  const { formatDate } = useIntl();
  const names = affected.experiences.map(({ name }) => name).join(', ');
  return (
    <Box tag="li" padding={4} background="neutral0">
      <Typography variant="pi" textColor="neutral600" tag="p">
        {formatDate(affected.at, { dateStyle: 'medium', timeStyle: 'short' })}
      </Typography>
      <Typography tag="p">
        {text(`attention.affected.${affected.code}`, {
          type: typeName(affected.contentType, types),
          locale: affected.locale ?? 'none',
          count: affected.contents,
          attributes: (affected.attributes ?? []).map((name) => `“${name}”`).join(', '),
        })}
      </Typography>
      {names !== '' && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {text('attention.affected.experiences', { names })}
        </Typography>
      )}
    </Box>
  );
}
