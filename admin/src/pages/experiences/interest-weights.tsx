import {
  Box,
  Field,
  Flex,
  IconButton,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { WeightedTag } from '../../../../src/model/interest-profile';
import { useText } from '../../hooks/use-text';
import { type Choice, choicesOr } from './use-choices';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** `undefined`: this role may not read them. */
  readonly tags: readonly Choice[] | undefined;
  readonly value: readonly WeightedTag[];
  readonly onChange: (interests: readonly WeightedTag[]) => void;
}

const FIRST_WEIGHT = 100;

/** Interests with how much each counts, 1 to 100. */
export function InterestWeights({ label, hint, error, tags, value, onChange }: Props) {
  const text = useText();
  const known = choicesOr(
    tags,
    value.map(({ tag }) => tag),
  );
  const nameOf = (code: string) =>
    known.find((tag) => tag.code === code)?.name ?? text('common.gone', { code });
  const left = known.filter(({ code }) => !value.some(({ tag }) => tag === code));
  return (
    <Field.Root name="interests" hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      {value.map(({ tag, weight }, index) => (
        <Flex key={tag} gap={2}>
          <Box flex="1">
            <Typography ellipsis>{nameOf(tag)}</Typography>
          </Box>
          <Box width="10rem">
            <NumberInput
              aria-label={text('experiences.variant.weight-of', { name: nameOf(tag) })}
              value={weight}
              min={1}
              max={100}
              step={5}
              onValueChange={(typed) => {
                const next = Math.min(100, Math.max(1, Math.round(typed ?? 1)));
                onChange(value.map((own, at) => (at === index ? { tag, weight: next } : own)));
              }}
            />
          </Box>
          <IconButton
            variant="ghost"
            label={text('experiences.variant.interests.remove', { name: nameOf(tag) })}
            onClick={() => onChange(value.filter((_own, at) => at !== index))}
          >
            <Cross />
          </IconButton>
        </Flex>
      ))}
      {left.length > 0 && (
        <SingleSelect
          key={value.length}
          aria-label={text('experiences.variant.interests.add')}
          placeholder={text('experiences.variant.interests.add')}
          value={null}
          onChange={(code: string | number) =>
            onChange([...value, { tag: String(code), weight: FIRST_WEIGHT }])
          }
        >
          {left.map(({ code, name }) => (
            <SingleSelectOption key={code} value={code}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
