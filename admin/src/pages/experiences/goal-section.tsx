import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { RecordSelect } from '../../components/record-select';
import { useText } from '../../hooks/use-text';
import type { FormSectionProps } from './experience-editor';
import { FrozenHint } from './frozen-hint';
import { Section } from './section';
import { type Choices, choicesOr } from './use-choices';

/** What counts as success, and what must not fall. */
export function GoalSection({ form, errorOf, locked, choices }: FormSectionProps & { choices: Choices }) {
  const text = useText();
  const { goal, guardrails } = form.values;
  const goals = choicesOr(choices.goals, [goal, ...guardrails]);
  const isKnown = goals.some(({ code }) => code === goal);
  return (
    <Section name="goal" title={text('experiences.goal.title')} hint={text('experiences.goal.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="goal" required error={errorOf('goal')}>
          <Field.Label>{text('experiences.attribute.goal')}</Field.Label>
          <SingleSelect
            value={goal}
            onChange={(code: string | number) => form.set('goal', String(code))}
            disabled={locked('goal') || choices.goals === undefined}
          >
            {!isKnown && (
              <SingleSelectOption value={goal}>{text('common.gone', { code: goal })}</SingleSelectOption>
            )}
            {goals.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
        </Field.Root>
        <RecordSelect
          label={text('experiences.attribute.guardrails')}
          hint={text('experiences.guardrails.hint')}
          error={errorOf('guardrails')}
          placeholder={text('experiences.guardrails.none')}
          records={goals.filter(({ code }) => code !== goal || guardrails.includes(code))}
          value={guardrails}
          onChange={(codes) => form.set('guardrails', codes)}
          disabled={locked('guardrails') || choices.goals === undefined}
        />
      </Flex>
      <FrozenHint when={locked('goal')} />
    </Section>
  );
}
