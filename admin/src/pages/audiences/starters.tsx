import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { describeRule } from '../../../../src/rules/describe';
import { useText } from '../../hooks/use-text';
import { STARTERS } from './rule-examples';
import { ruleLocale } from './rule-locale';

/** Rules to begin with, where there is none yet. */
export function Starters() {
  const text = useText();
  const navigate = useNavigate();
  const locale = ruleLocale(useIntl().locale);
  return (
    <Grid.Root gap={4}>
      {STARTERS.map(({ id, rule }) => {
        const name = text(`audiences.starter.${id}`);
        return (
          <Grid.Item key={id} col={6} xs={12} direction="column" alignItems="stretch">
            <Flex
              direction="column"
              alignItems="flex-start"
              justifyContent="space-between"
              gap={3}
              padding={6}
              height="100%"
              background="neutral0"
              hasRadius
              shadow="tableShadow"
            >
              <Typography variant="delta" tag="h2">
                {name}
              </Typography>
              <Typography textColor="neutral600">{describeRule(rule, locale)}</Typography>
              <Button
                variant="secondary"
                onClick={() => navigate('/plugins/contextual/audiences/_new', { state: { name, rule } })}
              >
                {text('audiences.starter.use')}
              </Button>
            </Flex>
          </Grid.Item>
        );
      })}
    </Grid.Root>
  );
}
