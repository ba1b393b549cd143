import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useText } from '../hooks/use-text';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly placeholder?: string;
  readonly records: readonly { readonly code: string; readonly name: string }[];
  /** Codes. */
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** Several records by name. A code whose record is gone stays visible, so that saving does not lose it silently. */
export function RecordSelect({
  label,
  hint,
  error,
  placeholder,
  records,
  value,
  onChange,
  disabled,
  required,
}: Props) {
  const text = useText();
  const known = new Set(records.map(({ code }) => code));
  const gone = value
    .filter((code) => !known.has(code))
    .map((code) => ({ code, name: text('common.gone', { code }) }));
  return (
    <Field.Root hint={hint} error={error} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        value={[...value]}
        onChange={onChange}
        placeholder={placeholder}
        disabled={disabled}
        withTags
        aria-label={label}
      >
        {[...records, ...gone].map(({ code, name }) => (
          <MultiSelectOption key={code} value={code}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
