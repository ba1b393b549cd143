import { Information } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { VariantWarning } from '../../../../src/decision/variant-warnings';
import { useText } from '../../hooks/use-text';
import { ruleLocale } from '../audiences/rule-locale';
import { SentenceList } from './sentence-list';

interface Props {
  readonly warnings: readonly VariantWarning[];
}

/** Variants that nobody would ever be shown, and why; none of it stands in the way of a start. */
export function WarningList({ warnings }: Props) {
  const text = useText();
  const locale = ruleLocale(useIntl().locale);
  return (
    <SentenceList
      title={text('experiences.checks.warnings')}
      icon={<Information fill="warning600" aria-hidden />}
      items={warnings.map(({ code, variant, sentence }) => ({
        key: `${code} ${variant?.code ?? ''}`,
        sentence: sentence[locale],
        section: code === 'nobody-takes-part' ? 'audiences' : 'variants',
      }))}
    />
  );
}
