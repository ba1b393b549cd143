import { useMemo, useState } from 'react';
import { Accordion, Box, Button, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { describeRule } from '../../../../src/rules/describe';
import { OPERATOR_NAMES } from '../../../../src/rules/operator-names';
import { OPERATORS } from '../../../../src/rules/operators';
import { WORDING_DE } from '../../../../src/rules/wording/wording-de';
import { WORDING_EN } from '../../../../src/rules/wording/wording-en';
import { useGetGoalsQuery } from '../../api/goals';
import { useGetInterestTagsQuery } from '../../api/interest-tags';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { EXAMPLE_OPERANDS, exampleOf, type ExampleCondition } from './rule-examples';
import { ruleLocale } from './rule-locale';

interface Props {
  /** Puts a condition into the rule; absent while that is not possible. */
  readonly onInsert?: (condition: ExampleCondition) => void;
}

/** What a rule may be made of, from the tables of the rule language itself. */
export function RuleHelp({ onInsert }: Props) {
  const text = useText();
  return (
    <Accordion.Root size="S">
      <Accordion.Item value="attributes">
        <Accordion.Header>
          <Accordion.Trigger>{text('audiences.help.attributes')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Attributes onInsert={onInsert} />
        </Accordion.Content>
      </Accordion.Item>
      <Accordion.Item value="operators">
        <Accordion.Header>
          <Accordion.Trigger>{text('audiences.help.operators')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Operators />
        </Accordion.Content>
      </Accordion.Item>
      <Accordion.Item value="groups">
        <Accordion.Header>
          <Accordion.Trigger>{text('audiences.help.groups')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Groups />
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}

function Attributes({ onInsert }: Props) {
  const text = useText();
  const may = useMay();
  const [search, setSearch] = useState('');
  const locale = ruleLocale(useIntl().locale);
  const { data: tags } = useGetInterestTagsQuery({ pageSize: 1 }, { skip: !may('readInterests') });
  const { data: goals } = useGetGoalsQuery({ pageSize: 1 }, { skip: !may('readGoals') });
  const tag = tags?.data[0]?.code;
  const goal = goals?.data[0]?.event;
  const rows = useMemo(
    () =>
      ATTRIBUTE_CATALOGUE.map((declaration) => {
        const example = exampleOf(declaration, { tag, goal });
        const rule = { [example.attribute]: example.condition };
        return { ...declaration, example, sentence: describeRule(rule, locale) };
      }),
    [locale, tag, goal],
  );
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter(
    ({ path, sentence }) => path.toLowerCase().includes(wanted) || sentence.toLowerCase().includes(wanted),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
      <Typography variant="pi" textColor="neutral600">
        {text('audiences.help.attributes.hint')}
      </Typography>
      <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
        <Searchbar
          name="attributes"
          size="S"
          value={search}
          clearLabel={text('common.clear')}
          placeholder={text('audiences.help.search')}
          onClear={() => setSearch('')}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
        >
          {text('audiences.help.search')}
        </Searchbar>
      </SearchForm>
      <Box maxHeight="36rem" overflow="auto" tag="ul">
        {shown.map(({ path, type, consent, values, example, sentence }) => (
          <Flex
            key={path}
            tag="li"
            gap={2}
            paddingTop={2}
            paddingBottom={2}
            justifyContent="space-between"
            alignItems="flex-start"
          >
            <Box minWidth={0} flex="1">
              <Typography variant="omega" fontWeight="bold" tag="p" style={{ overflowWrap: 'anywhere' }}>
                {path}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {sentence}
              </Typography>
              <Typography variant="pi" textColor="neutral500" tag="p">
                {[
                  text(`audiences.help.type.${type}`),
                  values && values.join(', '),
                  consent === 'stored' && text('audiences.help.stored'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
            <Button
              size="S"
              variant="tertiary"
              disabled={onInsert === undefined}
              aria-label={text('audiences.help.insert.label', { attribute: path })}
              onClick={() => onInsert?.(example)}
            >
              {text('audiences.help.insert')}
            </Button>
          </Flex>
        ))}
      </Box>
      {shown.length === 0 && <Typography textColor="neutral600">{text('common.none-found')}</Typography>}
    </Flex>
  );
}

function Operators() {
  const text = useText();
  const { locale } = useIntl();
  const wording = ruleLocale(locale) === 'de' ? WORDING_DE : WORDING_EN;
  return (
    <Box padding={4} tag="ul" maxHeight="44rem" overflow="auto">
      {OPERATOR_NAMES.map((name) => {
        const operand = EXAMPLE_OPERANDS[OPERATORS[name].operand];
        const phrase = wording.phrase[name](text('audiences.help.attribute'), '…', 'number', '…');
        return (
          <Box key={name} tag="li" paddingBottom={2}>
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              <code>{`"${name}": ${JSON.stringify(operand)}`}</code>
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {phrase}
              {OPERATORS[name].negates === undefined ? '' : wording.alsoWhenUnknown}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
}

const GROUPS = {
  and: '{ "a": 1, "b": 2 }',
  or: '{ "$or": [ { "a": 1 }, { "b": 2 } ] }',
  not: '{ "$not": { "a": 1 } }',
  everyone: '{}',
} as const;

function Groups() {
  const text = useText();
  return (
    <Box padding={4} tag="ul">
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((name) => (
        <Box key={name} tag="li" paddingBottom={2}>
          <Typography tag="p">
            <code>{GROUPS[name]}</code>
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {text(`audiences.help.groups.${name}`)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
