import { useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { PersonalizedType } from '../../../../src/protocol/content-types';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import { entryKey, type NamedEntry, useSearchEntriesQuery } from '../../api/content-manager';
import { useGetPersonalizedTypesQuery } from '../../api/entries';
import { useUpdateExperienceMutation } from '../../api/experiences';
import { ProblemAlert } from '../../components/problem-alert';
import { QueryState } from '../../components/query-state';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';

interface Props {
  readonly experience: ExperienceRecord;
  readonly open: boolean;
  readonly reread: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Finds entries of the content types that have variants, and adds them one after another. */
export function AddEntries({ experience, open, reread, onClose }: Props) {
  const text = useText();
  const types = useGetPersonalizedTypesQuery(undefined, { skip: !open });
  return (
    <Modal.Root open={open} onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('common.close')}>
          <Modal.Title>{text('experiences.entries.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <QueryState query={types}>
            {(found) => {
              const [first] = found;
              return first ? (
                <Search experience={experience} reread={reread} types={found} first={first} />
              ) : (
                <Typography>{text('experiences.entries.no-types')}</Typography>
              );
            }}
          </QueryState>
        </Modal.Body>
        <Modal.Footer>
          <span />
          <Button onClick={onClose}>{text('experiences.entries.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

interface SearchProps extends Pick<Props, 'experience' | 'reread'> {
  readonly types: readonly PersonalizedType[];
  readonly first: PersonalizedType;
}

function Search({ experience, reread, types, first }: SearchProps) {
  const text = useText();
  const [uid, setUid] = useState(experience.entries[0]?.contentType ?? first.contentType);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const search = useDebounce(typed.trim(), 300);
  const [update, { isLoading }] = useUpdateExperienceMutation();
  const type = types.find(({ contentType }) => contentType === uid) ?? first;
  const found = useSearchEntriesQuery({ type, search });

  const add = async ({ contentType, documentId }: NamedEntry) => {
    setProblem(undefined);
    const { code, entries, updatedAt } = experience;
    try {
      const change = { entries: [...entries, { contentType, documentId }], updatedAt };
      await update({ code, change }).unwrap();
    } catch (error) {
      setProblem(readProblem(error));
      await reread();
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ProblemAlert problem={problem} />
      <Flex gap={4} alignItems="flex-end">
        <Box flex="1">
          <Field.Root name="type">
            <Field.Label>{text('experiences.entries.column.type')}</Field.Label>
            <SingleSelect
              value={type.contentType}
              onChange={(contentType: string | number) => setUid(String(contentType))}
            >
              {types.map(({ contentType, displayName }) => (
                <SingleSelectOption key={contentType} value={contentType}>
                  {displayName}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Box flex="2">
          <Field.Root name="search">
            <Field.Label>{text('common.search')}</Field.Label>
            <TextInput
              value={typed}
              disabled={type.kind === 'singleType'}
              onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
            />
          </Field.Root>
        </Box>
      </Flex>
      <QueryState query={found}>
        {(entries) =>
          entries.length === 0 ? (
            <Typography textColor="neutral600">{text('common.none-found')}</Typography>
          ) : (
            <Flex
              tag="ul"
              direction="column"
              alignItems="stretch"
              gap={1}
              aria-label={text('experiences.entries.title')}
            >
              {entries.map((entry) => {
                const has = experience.entries.some((own) => entryKey(own) === entryKey(entry));
                return (
                  <Flex tag="li" key={entryKey(entry)} justifyContent="space-between" gap={4} paddingTop={1}>
                    <Typography ellipsis>{entry.title}</Typography>
                    <Button
                      size="S"
                      variant="secondary"
                      disabled={has || isLoading}
                      onClick={() => void add(entry)}
                      aria-label={text('experiences.entries.add-one', { title: entry.title })}
                    >
                      {text(has ? 'experiences.entries.added' : 'experiences.entries.add-short')}
                    </Button>
                  </Flex>
                );
              })}
            </Flex>
          )
        }
      </QueryState>
    </Flex>
  );
}
