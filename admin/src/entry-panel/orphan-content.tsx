import {
  Alert,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { unstable_useDocumentActions as useDocumentActions, useDocumentRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAdoptContentMutation, useGetPersonalizedTypesQuery } from '../api/entries';
import { useGetExperiencesQuery } from '../api/experiences';
import { useGetVariantsQuery } from '../api/variants';
import { ConfirmButton } from '../components/confirm-button';
import { ProblemAlert } from '../components/problem-alert';
import { useMay } from '../hooks/use-may';
import { type Problem, readProblem } from '../hooks/use-problem';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { EntrySelect } from './entry-select';

interface Props {
  readonly content: BaseEntryRef;
  /** Uid of the content type that it could be a variant of. */
  readonly base: string;
}

/** Content that belongs to no variant, a clone for one: nobody gets to see it until it is given to one. */
export function OrphanContent({ content, base }: Props) {
  const text = useText();
  const may = useMay();
  return (
    <>
      <Alert variant="warning" title={text('entry-panel.orphan.title')} closeLabel={text('common.close')}>
        {text('entry-panel.orphan.why')}
      </Alert>
      {may('writeExperiences') && <Adopt content={content} base={base} />}
      <Delete content={content} />
    </>
  );
}

function Adopt({ content, base }: Props) {
  const text = useText();
  const [entry, setEntry] = useState<BaseEntryRef>();
  const [experience, setExperience] = useState<string>();
  const [variant, setVariant] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [adopt, { isLoading }] = useAdoptContentMutation();
  const { data: experiences } = useGetExperiencesQuery({ pageSize: 500 });
  const { data: variants = [] } = useGetVariantsQuery(experience ?? '', { skip: !experience });
  const { data: types } = useGetPersonalizedTypesQuery();
  const type = types?.find(({ contentType }) => contentType === base);
  const open = experiences?.data.filter(({ status }) => status !== 'ended') ?? [];
  const give = async () => {
    if (!entry || !experience || !variant) return;
    setProblem(undefined);
    try {
      await adopt({ content, adoption: { entry, experience, variant } }).unwrap();
    } catch (error) {
      setProblem(readProblem(error));
    }
  };
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      tag="section"
      aria-label={text('entry-panel.orphan.give')}
    >
      <ProblemAlert problem={problem} />
      {type && <EntrySelect type={type} value={entry} onChange={setEntry} />}
      <Select
        label={text('entry-panel.content.experience')}
        value={experience}
        onChange={(code) => {
          setExperience(code);
          setVariant(undefined);
        }}
        records={open}
      />
      <Select
        label={text('entry-panel.content.variant')}
        value={variant}
        onChange={setVariant}
        records={variants}
        disabled={!experience}
      />
      <Button
        type="button"
        variant="secondary"
        loading={isLoading}
        disabled={!entry || !experience || !variant}
        onClick={() => void give()}
      >
        {text('entry-panel.orphan.give')}
      </Button>
    </Flex>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value?: string;
  readonly onChange: (code: string) => void;
  readonly records: readonly { readonly code: string; readonly name: string }[];
  readonly disabled?: boolean;
}

const Select = ({ label, value, onChange, records, disabled }: SelectProps) => (
  <Field.Root width="100%">
    <Field.Label>{label}</Field.Label>
    <SingleSelect
      size="S"
      aria-label={label}
      value={value ?? null}
      disabled={disabled}
      onChange={(code: string | number) => onChange(String(code))}
    >
      {records.map(({ code, name }) => (
        <SingleSelectOption key={code} value={code}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

function Delete({ content: { contentType, documentId } }: { content: BaseEntryRef }) {
  const text = useText();
  const navigate = useNavigate();
  const mayDelete = useDocumentRBAC('OrphanContent', ({ canDelete }) => canDelete);
  const { delete: remove } = useDocumentActions();
  if (!mayDelete) return null;
  const confirmed = async () => {
    const collectionType = 'collection-types';
    const answer = await remove({ collectionType, model: contentType, documentId, params: { locale: '*' } });
    if (!('error' in answer))
      navigate(`/content-manager/${collectionType}/${contentType}`, { replace: true });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" textColor="neutral600">
        {text('entry-panel.orphan.or')}
      </Typography>
      <ConfirmButton
        size="S"
        title={text('entry-panel.orphan.delete')}
        question={text('entry-panel.orphan.delete.question')}
        onConfirm={confirmed}
      >
        {text('entry-panel.orphan.delete')}
      </ConfirmButton>
    </Flex>
  );
}
