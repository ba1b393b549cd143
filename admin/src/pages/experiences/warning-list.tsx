import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { VariantWarning } from '../../../../src/decision/variant-warnings';
import { useText } from '../../hooks/use-text';
import { ruleLocale } from '../audiences/rule-locale';
import { goToSection } from './section';

interface Props {
  readonly warnings: readonly VariantWarning[];
}

/** Variants that nobody would ever be shown, and why; none of it stands in the way of a start. */
export function WarningList({ warnings }: Props) {
  const text = useText();
  const locale = ruleLocale(useIntl().locale);
  const title = text('experiences.checks.warnings');
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="pi" fontWeight="bold">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={title}>
        {warnings.map(({ code, variant, sentence }) => {
          const section = code === 'nobody-takes-part' ? 'audiences' : 'variants';
          return (
            <Flex tag="li" key={`${code} ${variant?.code ?? ''}`} gap={2} alignItems="flex-start">
              <Box paddingTop={1}>
                <Information fill="warning600" aria-hidden />
              </Box>
              <Typography>{sentence[locale]}</Typography>
              <Box shrink={0} paddingTop={1}>
                <TextButton onClick={() => goToSection(section)}>
                  {text(`experiences.go.${section}`)}
                </TextButton>
              </Box>
            </Flex>
          );
        })}
      </Flex>
    </Flex>
  );
}
