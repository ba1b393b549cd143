import { useState } from 'react';
import {
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { BaseEntryRef, ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantContentRecord } from '../../../../src/protocol/variants';
import { entryKey, useDeleteContentMutation } from '../../api/content-manager';
import { useUpdateExperienceMutation } from '../../api/experiences';
import { ConfirmButton } from '../../components/confirm-button';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useText } from '../../hooks/use-text';
import { useTold } from '../../hooks/use-told';
import { AddEntries } from './add-entries';
import { isFrozen } from './experience-form';
import { FrozenHint } from './frozen-hint';
import { Section } from './section';

interface Props {
  readonly experience: ExperienceRecord;
  readonly contents: readonly VariantContentRecord[];
  readonly mayWrite: boolean;
  /** Reads the experience again: a refused change was made from something old. */
  readonly reread: () => Promise<unknown>;
}

/** The entries that it is for. Each is added and removed at once: what was typed elsewhere stays as it is. */
export function EntriesSection({ experience, contents, mayWrite, reread }: Props) {
  const text = useText();
  const told = useTold();
  const [adding, setAdding] = useState(false);
  const [update] = useUpdateExperienceMutation();
  const [deleteContent] = useDeleteContentMutation();
  const { code, entries, updatedAt, status } = experience;
  const { titleOf, isGone, typeOf } = useEntryTitles(entries);
  const isOpen = mayWrite && !isFrozen(status, 'entries');
  const contentsOf = (entry: BaseEntryRef) =>
    contents.filter((content) => entryKey(content.entry) === entryKey(entry));

  const remove = async (entry: BaseEntryRef) => {
    const removed = await told(async () => {
      const own = contentsOf(entry).filter(({ available }) => available);
      for (const { variantContentType, variantDocumentId } of own) {
        await deleteContent({ contentType: variantContentType, documentId: variantDocumentId }).unwrap();
      }
      const rest = entries.filter((other) => entryKey(other) !== entryKey(entry));
      return update({ code, change: { entries: rest, updatedAt } }).unwrap();
    }, text('experiences.entries.removed'));
    if (!removed) await reread();
  };

  return (
    <Section
      name="entries"
      title={text('experiences.entries.title')}
      hint={text('experiences.entries.hint')}
      action={
        isOpen && (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setAdding(true)}>
            {text('experiences.entries.add')}
          </Button>
        )
      }
    >
      {entries.length === 0 ? (
        <Typography textColor="neutral600">{text('experiences.entries.empty')}</Typography>
      ) : (
        <Table colCount={3} rowCount={entries.length + 1}>
          <Thead>
            <Tr>
              <Th>
                <Typography variant="sigma">{text('experiences.entries.column.title')}</Typography>
              </Th>
              <Th>
                <Typography variant="sigma">{text('experiences.entries.column.type')}</Typography>
              </Th>
              <Th>
                <VisuallyHidden>{text('experiences.column.actions')}</VisuallyHidden>
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {entries.map((entry) => {
              const type = typeOf(entry.contentType);
              const title = titleOf(entry);
              return (
                <Tr key={entryKey(entry)}>
                  <Td>
                    {type && !isGone(entry) ? (
                      <Typography
                        tag={Link}
                        to={
                          type.kind === 'singleType'
                            ? `/content-manager/single-types/${entry.contentType}`
                            : `/content-manager/collection-types/${entry.contentType}/${entry.documentId}`
                        }
                        textColor="primary600"
                      >
                        {title}
                      </Typography>
                    ) : (
                      <Typography textColor="danger600">{title}</Typography>
                    )}
                  </Td>
                  <Td>
                    <Typography>{type?.displayName ?? entry.contentType}</Typography>
                  </Td>
                  <Td>
                    <Flex justifyContent="flex-end">
                      {isOpen && (
                        <ConfirmButton
                          size="S"
                          variant="danger-light"
                          title={text('experiences.entries.remove.title', { title })}
                          question={text('experiences.entries.remove.question', {
                            count: contentsOf(entry).length,
                          })}
                          onConfirm={() => remove(entry)}
                        >
                          {text('experiences.entries.remove')}
                        </ConfirmButton>
                      )}
                    </Flex>
                  </Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      )}
      <FrozenHint when={isFrozen(status, 'entries')} />
      <AddEntries experience={experience} reread={reread} open={adding} onClose={() => setAdding(false)} />
    </Section>
  );
}
