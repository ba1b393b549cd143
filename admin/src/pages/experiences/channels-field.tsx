import { useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly error?: string;
  readonly value: readonly string[];
  readonly onChange: (channels: readonly string[]) => void;
}

const parse = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((channel) => channel.trim())
      .filter((channel) => channel !== ''),
  ),
];

/** Channels as the site names them, separated by commas; what is typed stays as it is while it means the same. */
export function ChannelsField({ label, hint, error, value, onChange }: Props) {
  const [typed, setTyped] = useState(value.join(', '));
  const isSame = parse(typed).join() === value.join();
  return (
    <Field.Root name="channels" hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={isSame ? typed : value.join(', ')}
        onChange={(event: { target: { value: string } }) => {
          setTyped(event.target.value);
          onChange(parse(event.target.value));
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
