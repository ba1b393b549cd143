import { Checkbox, Flex, Typography } from '@strapi/design-system';
import {
  unstable_useDocumentLayout as useDocumentLayout,
  useDocumentRBAC,
  useForm,
} from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useTypes } from '../content-manager/personalized-type';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { EMPTIES_ATTRIBUTE } from '../../../src/overlay/schema';
import { fieldStates, type FieldStateName } from './field-states';
import { plainText } from './plain-text';
import { useEntry } from './use-entry';
import { useSavedDocument } from './use-saved-document';
import { documentOf, namesOf, overlaySchemaOf } from './variable-attributes';

const COLORS = { filled: 'success600', inherited: 'neutral600', emptied: 'warning600' } as const;

/** Live from the form: what this variant fills, inherits, and empties on purpose. */
export function Fills({ model, entry }: { readonly model: string; readonly entry?: BaseEntryRef }) {
  const text = useText();
  const { formatMessage } = useIntl();
  const { type } = useTypes(model);
  const { edit } = useDocumentLayout(model);
  const base = useEntry(entry)?.values;
  const saved = useSavedDocument();
  const values = useForm('Fills', (state) => state.values) as Readonly<Record<string, unknown>>;
  const onChange = useForm('Fills', (state) => state.onChange);
  const closed = useForm('Fills', (state) => state.disabled);
  const mayEdit = useDocumentRBAC('Fills', ({ canUpdate }) => canUpdate);
  if (!type) return null;
  const schema = overlaySchemaOf(type);
  const states = fieldStates(documentOf(values, saved, schema), schema);
  const labelOf = (name: string): string => {
    const label = (edit.metadatas as Readonly<Record<string, { label?: string } | undefined>>)[name]?.label;
    return formatMessage({
      id: `content-manager.content-types.${model}.${name}`,
      defaultMessage: label || name,
    });
  };
  const mark = (name: string, empty: boolean) => {
    const others = namesOf(values[EMPTIES_ATTRIBUTE]).filter((other) => other !== name);
    onChange(EMPTIES_ATTRIBUTE, empty ? [...others, name] : others);
  };
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={2}
      tag="section"
      aria-label={text('entry-panel.fills.title')}
    >
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text('entry-panel.fills.title')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {text('entry-panel.fills.hint')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3} tag="ul" paddingTop={1}>
        {schema.attributes.map(({ name, type: kind }) => (
          <Row
            key={name}
            label={labelOf(name)}
            state={states.get(name) ?? 'inherited'}
            inherited={plainText(base?.[name], kind)}
            onEmpty={closed || !mayEdit ? undefined : (empty) => mark(name, empty)}
          />
        ))}
      </Flex>
    </Flex>
  );
}

interface RowProps {
  readonly label: string;
  readonly state: FieldStateName;
  /** The default's value where it is plain text. */
  readonly inherited?: string;
  /** Undefined: may not be changed here. */
  readonly onEmpty?: (empty: boolean) => void;
}

function Row({ label, state, inherited, onEmpty }: RowProps) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={1} tag="li" data-state={state}>
      <Flex justifyContent="space-between" gap={2} alignItems="baseline">
        <Typography variant="pi" fontWeight="bold" style={{ overflowWrap: 'break-word' }}>
          {label}
        </Typography>
        <Typography variant="pi" textColor={COLORS[state]} style={{ textAlign: 'end' }}>
          {text(`entry-panel.fills.${state}`)}
        </Typography>
      </Flex>
      {state === 'inherited' && inherited && (
        <Typography variant="pi" textColor="neutral600" ellipsis title={inherited}>
          {inherited}
        </Typography>
      )}
      {state !== 'filled' && (
        <Checkbox
          checked={state === 'emptied'}
          disabled={!onEmpty}
          aria-label={text('entry-panel.fills.empty-of', { attribute: label })}
          onCheckedChange={(checked: boolean | 'indeterminate') => onEmpty?.(checked === true)}
        >
          <Typography variant="pi" textColor="neutral600">
            {text('entry-panel.fills.empty')}
          </Typography>
        </Checkbox>
      )}
    </Flex>
  );
}
