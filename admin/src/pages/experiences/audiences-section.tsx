import { RecordSelect } from '../../components/record-select';
import { useText } from '../../hooks/use-text';
import type { FormSectionProps } from './experience-editor';
import { FrozenHint } from './frozen-hint';
import { Section } from './section';
import { type Choices, choicesOr } from './use-choices';

/** Who takes part. */
export function AudiencesSection({
  form,
  errorOf,
  locked,
  choices,
}: FormSectionProps & { choices: Choices }) {
  const text = useText();
  const { audiences } = form.values;
  return (
    <Section
      name="audiences"
      title={text('experiences.attribute.audiences')}
      hint={text('experiences.audiences.hint')}
    >
      <RecordSelect
        label={text('common.nav.audiences')}
        hint={audiences.length === 0 ? text('experiences.audiences.everyone') : undefined}
        error={errorOf('audiences')}
        placeholder={text('common.everyone')}
        records={choicesOr(choices.audiences, audiences)}
        value={audiences}
        onChange={(codes) => form.set('audiences', codes)}
        disabled={locked('audiences') || choices.audiences === undefined}
      />
      <FrozenHint when={locked('audiences')} />
    </Section>
  );
}
