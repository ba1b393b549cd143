import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Rule } from '../../../../src/model/rule';
import { describeRule } from '../../../../src/rules/describe';
import { useGetExperiencesQuery } from '../../api/experiences';
import { useGetInterestTagsQuery } from '../../api/interest-tags';
import { useMay } from '../../hooks/use-may';
import { ruleLocale } from './rule-locale';

const ALL = { pageSize: 500 };

/** Puts stored rules into words in the panel's language, with the names that people gave what a rule mentions. */
export function useRuleSentence(): (rule: Rule) => string {
  const may = useMay();
  const locale = ruleLocale(useIntl().locale);
  const { data: tags } = useGetInterestTagsQuery(ALL, { skip: !may('readInterests') });
  const { data: experiences } = useGetExperiencesQuery(ALL, { skip: !may('readExperiences') });
  return useCallback(
    (rule) => {
      const codeName = (pattern: string, code: string) => {
        const records = pattern.startsWith('history.seen.') ? experiences?.data : tags?.data;
        return records?.find((record) => record.code === code)?.name;
      };
      return describeRule(rule, locale, { codeName });
    },
    [locale, tags, experiences],
  );
}
