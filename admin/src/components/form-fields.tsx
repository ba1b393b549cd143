import { type ReactNode, useRef } from 'react';
import {
  Field,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Toggle,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** What every field of a form of ours says of itself. */
export interface FieldParts {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence; what was typed stays. */
  readonly error?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Beside the label, for example a button that sets it back. */
  readonly labelAction?: ReactNode;
}

/** Label, hint and error around an input. */
export function FormField({
  label,
  hint,
  error,
  required,
  labelAction,
  name,
  children,
}: FieldParts & { name?: string; children: ReactNode }) {
  return (
    <Field.Root name={name} hint={hint} error={error} required={required} width="100%">
      <Field.Label action={labelAction}>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

interface TextProps extends FieldParts {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** One line of text. */
export const TextField = ({ name, value, onChange, placeholder, ...parts }: TextProps) => (
  <FormField name={name} {...parts}>
    <TextInput
      value={value}
      placeholder={placeholder}
      disabled={parts.disabled}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  </FormField>
);

/** Several lines of text. */
export const LongTextField = ({ name, value, onChange, placeholder, ...parts }: TextProps) => (
  <FormField name={name} {...parts}>
    <Textarea
      value={value}
      placeholder={placeholder}
      disabled={parts.disabled}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
    />
  </FormField>
);

interface NumberProps extends FieldParts {
  readonly name: string;
  /** `undefined` = empty. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly step?: number;
  /** Behind the number, for example "%". */
  readonly unit?: string;
}

/** A number as it is written in the panel's language. */
export function NumberField({ name, value, onChange, step, unit, ...parts }: NumberProps) {
  const { locale } = useIntl();
  // Once somebody typed, the design system's input shows that text whatever its value becomes. So it is made anew
  // when the value changes by other means: set back, discarded, taken from somebody else.
  const typed = useRef(value);
  const edition = useRef(0);
  if (!Object.is(value, typed.current)) {
    typed.current = value;
    edition.current += 1;
  }
  return (
    <FormField name={name} {...parts}>
      <NumberInput
        key={edition.current}
        locale={locale}
        value={value}
        step={step}
        disabled={parts.disabled}
        onValueChange={(number) => {
          typed.current = number;
          onChange(number);
        }}
        endAction={unit}
      />
    </FormField>
  );
}

interface ChoiceProps<V extends string> extends FieldParts {
  readonly name: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** One of several. */
export function ChoiceField<V extends string>({ name, value, options, onChange, ...parts }: ChoiceProps<V>) {
  return (
    <FormField name={name} {...parts}>
      <SingleSelect
        value={value}
        disabled={parts.disabled}
        aria-label={parts.label}
        onChange={(chosen) => onChange(chosen as V)}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FormField>
  );
}

interface ToggleProps extends FieldParts {
  readonly name: string;
  readonly value: boolean;
  readonly onLabel: string;
  readonly offLabel: string;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export const ToggleField = ({ name, value, onLabel, offLabel, onChange, ...parts }: ToggleProps) => (
  <FormField name={name} {...parts}>
    <Toggle
      checked={value}
      onLabel={onLabel}
      offLabel={offLabel}
      disabled={parts.disabled}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
    />
  </FormField>
);

/** Fields beside one another where there is room; `col` of 12. */
export const FieldGrid = ({ children }: { children: readonly ReactNode[] | ReactNode }) => (
  <Grid.Root gap={4}>{children}</Grid.Root>
);

export const FieldCell = ({ col = 6, children }: { col?: number; children: ReactNode }) => (
  <Grid.Item col={col} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
