import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSearchEntriesQuery } from '../api/content-manager';
import { useText } from '../hooks/use-text';
import type { PersonalizedType } from '../../../src/protocol/content-types';
import type { BaseEntryRef } from '../../../src/protocol/experiences';

interface Props {
  readonly type: PersonalizedType;
  readonly value?: BaseEntryRef;
  readonly onChange: (entry: BaseEntryRef | undefined) => void;
}

/** One base entry of a content type, found by the Content Manager's own search. */
export function EntrySelect({ type, value, onChange }: Props) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const search = useDebounce(typed, 300);
  const { data: found = [], isFetching } = useSearchEntriesQuery({ type, search });
  const { contentType } = type;
  const label = text('entry-panel.content.entry');
  return (
    <Field.Root width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        autocomplete={{ type: 'list', filter: 'contains' }}
        size="S"
        aria-label={label}
        placeholder={text('entry-panel.orphan.find')}
        value={value?.documentId}
        loading={isFetching}
        loadingMessage={text('common.loading')}
        noOptionsMessage={() => text('common.none-found')}
        onInputChange={(event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value)}
        onChange={(documentId?: string) => onChange(documentId ? { contentType, documentId } : undefined)}
        onClear={() => onChange(undefined)}
      >
        {found.map(({ documentId, title }) => (
          <ComboboxOption key={documentId} value={documentId}>
            {title}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
