import { Field, NumberInput } from '@strapi/design-system';
import { useText } from '../../hooks/use-text';
import { fromPercent, toPercent } from './percent';

interface Props {
  /** 0..10,000. */
  readonly value: number;
  readonly onChange: (holdout: number) => void;
  readonly disabled?: boolean;
  readonly error?: string;
}

/** The control group in percent, with what it is for. */
export function HoldoutField({ value, onChange, disabled, error }: Props) {
  const text = useText();
  return (
    <Field.Root
      name="holdout"
      hint={text(value === 0 ? 'experiences.holdout.none' : 'experiences.holdout.hint')}
      error={error}
    >
      <Field.Label>{text('experiences.holdout')}</Field.Label>
      <NumberInput
        value={toPercent(value)}
        step={1}
        min={0}
        max={100}
        disabled={disabled}
        onValueChange={(percent) => onChange(fromPercent(percent))}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
