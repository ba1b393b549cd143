import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ResultsResponse } from '../../../../src/protocol/reports';
import { useText } from '../../hooks/use-text';
import { getTranslation } from '../../translations/get-translation';
import { useNumbers } from './use-numbers';

/** Events that were turned away, by reason: what a marketer should ask the makers of the site about. */
export function NotCounted({ reasons }: { reasons: ResultsResponse['meta']['notCounted'] }) {
  const text = useText();
  const { count } = useNumbers();
  const { formatMessage } = useIntl();
  return (
    <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Typography variant="delta" tag="h2">
        {text('results.not-counted.title')}
      </Typography>
      <Box paddingTop={3}>
        {reasons.length === 0 && (
          <Typography textColor="neutral600">{text('results.not-counted.none')}</Typography>
        )}
        {reasons.map(({ code, count: events }) => (
          <Flex
            key={code}
            justifyContent="space-between"
            gap={4}
            paddingTop={1}
            paddingBottom={1}
            maxWidth="64rem"
          >
            <Typography>
              {formatMessage({ id: getTranslation(`results.reason.${code}`), defaultMessage: code })}
            </Typography>
            <Typography fontWeight="semiBold">{count(events)}</Typography>
          </Flex>
        ))}
      </Box>
    </Box>
  );
}
