import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText } from '../hooks/use-text';
import type { ExperienceRecord } from '../../../src/protocol/experiences';

interface Props {
  /** All that have not ended. */
  readonly open: readonly ExperienceRecord[];
  /** Those of the entry come first. */
  readonly ofEntry: readonly ExperienceRecord[];
  /** Code; undefined: a new one. */
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
}

/** What a select cannot hold: no choice is a choice here. Codes have no space. */
const NEW = ' ';

/** A new personalization, or one that there is. */
export function ExperienceChoice({ open, ofEntry, value, onChange }: Props) {
  const text = useText();
  const own = new Set(ofEntry.map(({ code }) => code));
  const ordered = [...open.filter(({ code }) => own.has(code)), ...open.filter(({ code }) => !own.has(code))];
  const chosen = open.find(({ code }) => code === value);
  return (
    <Field.Root
      name="experience"
      hint={chosen?.status === 'running' ? text('entry-panel.add.experience.running') : undefined}
    >
      <Field.Label>{text('entry-panel.add.experience')}</Field.Label>
      <SingleSelect
        value={value ?? NEW}
        onChange={(code: string | number) => onChange(code === NEW ? undefined : String(code))}
      >
        <SingleSelectOption value={NEW}>{text('entry-panel.add.experience.new')}</SingleSelectOption>
        {ordered.map(({ code, name, status }) => (
          <SingleSelectOption key={code} value={code}>
            {`${name} · ${text(`common.status.${status}`)}${own.has(code) ? ` · ${text('entry-panel.add.experience.own')}` : ''}`}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}
