import {
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  IconButton,
  NumberInput,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useGetInterestTagsQuery } from '../api/interest-tags';
import { useText } from '../hooks/use-text';
import type { WeightedTag } from '../../../src/model/interest-profile';
import { weightsAfter } from './weights';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly WeightedTag[];
  readonly onChange: (interests: readonly WeightedTag[]) => void;
  /** Sentences about what is wrong. */
  readonly error?: string;
  readonly disabled?: boolean;
}

/** Interest tags with their weights: add by search, change the weight, remove. */
export function InterestPicker({ label, hint, value, onChange, error, disabled }: Props) {
  const text = useText();
  const { data, isLoading } = useGetInterestTagsQuery({ pageSize: 500 });
  const tags = data?.data ?? [];
  const nameOf = (code: string) =>
    tags.find((tag) => tag.code === code)?.name ?? (isLoading ? code : text('common.gone', { code }));
  const free = tags.filter(({ code }) => value.every(({ tag }) => tag !== code));
  return (
    <Field.Root hint={hint} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
        {value.map(({ tag, weight }) => (
          <Flex key={tag} gap={2} justifyContent="space-between">
            <Typography style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{nameOf(tag)}</Typography>
            <NumberInput
              aria-label={text('entry-panel.interests.weight', { tag: nameOf(tag) })}
              size="S"
              style={{ width: '8.8rem' }}
              value={weight}
              onValueChange={(next) => onChange(weightsAfter(value, tag, next))}
              disabled={disabled}
            />
            <IconButton
              type="button"
              size="S"
              label={text('entry-panel.interests.remove', { tag: nameOf(tag) })}
              onClick={() => onChange(value.filter((other) => other.tag !== tag))}
              disabled={disabled}
            >
              <Cross />
            </IconButton>
          </Flex>
        ))}
        {!disabled && (
          <Combobox
            // Made anew after every choice, so that the next search begins at nothing.
            key={value.map(({ tag }) => tag).join()}
            autocomplete={{ type: 'list', filter: 'contains' }}
            size="S"
            placeholder={text('entry-panel.interests.add')}
            aria-label={text('entry-panel.interests.add')}
            loading={isLoading}
            loadingMessage={text('common.loading')}
            noOptionsMessage={() =>
              text(tags.length === 0 ? 'entry-panel.interests.no-tags' : 'common.none-found')
            }
            onChange={(tag?: string) => tag && onChange([...value, { tag, weight: 50 }])}
          >
            {free.map(({ code, name, group }) => (
              <ComboboxOption key={code} value={code} textValue={name}>
                {`${name} · ${text(`entry-panel.group.${group}`)}`}
              </ComboboxOption>
            ))}
          </Combobox>
        )}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
