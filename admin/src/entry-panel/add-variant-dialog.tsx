import { Button, Checkbox, Field, Flex, Modal, Radio, TextInput, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useGetAudiencesQuery } from '../api/audiences';
import { useAddEntryVariantMutation } from '../api/entries';
import { useGetExperiencesQuery } from '../api/experiences';
import { ProblemAlert } from '../components/problem-alert';
import { RecordSelect } from '../components/record-select';
import { entryPath, useLocale } from '../content-manager/entry-path';
import { useTypes } from '../content-manager/personalized-type';
import { useMay } from '../hooks/use-may';
import { type Problem, readProblem } from '../hooks/use-problem';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef, ExperienceRecord } from '../../../src/protocol/experiences';
import { ExperienceChoice } from './experience-choice';
import { InterestPicker } from './interest-picker';
import { emptyVariant, inputOf, type NewVariant } from './new-variant';

interface Props {
  readonly entry: BaseEntryRef;
  /** Personalizations that the entry is in; a second variant usually joins the first. */
  readonly ofEntry: readonly ExperienceRecord[];
  readonly onClose: () => void;
}

/** Asks for the little that a new variant needs, makes it with its content, and opens the content. */
export function AddVariantDialog({ entry, ofEntry, onClose }: Props) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const locale = useLocale();
  const { type } = useTypes(entry.contentType);
  const unsaved = useForm('AddVariantDialog', (state) => state.modified);
  const { data: audiences } = useGetAudiencesQuery({ pageSize: 500 }, { skip: !may('readAudiences') });
  const { data: others } = useGetExperiencesQuery({ pageSize: 500 });
  const open = others?.data.filter(({ status }) => status !== 'ended') ?? [];
  const [variant, setVariant] = useState<NewVariant>(() => emptyVariant(ofEntry));
  const [problem, setProblem] = useState<Problem>();
  const [add, { isLoading }] = useAddEntryVariantMutation();
  const set = (change: Partial<NewVariant>) => setVariant((before) => ({ ...before, ...change }));

  const joined = [...ofEntry, ...open].find(({ code }) => code === variant.experience);
  const selection = joined?.selection ?? variant.selection;
  const forWhom = selection === 'relevance' || !joined;
  const hasComponents = Object.values(type?.attributes ?? {}).some(
    (attribute) => attribute.type === 'component' || attribute.type === 'dynamiczone',
  );

  const submit = async (event: FormEvent) => {
    // React hands events of the dialog to the form of the edit view around it.
    event.preventDefault();
    event.stopPropagation();
    if (isLoading) return;
    setProblem(undefined);
    try {
      const { content } = await add({ entry, input: inputOf(variant, { joined, locale }) }).unwrap();
      onClose();
      const { variantContentType: contentType, variantDocumentId: documentId } = content;
      navigate(
        entryPath(
          'collection-types',
          { contentType, documentId },
          content.locales[0]?.locale === null ? null : locale,
        ),
      );
    } catch (error) {
      setProblem(readProblem(error));
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={text('common.close')}>
            <Modal.Title>{text('entry-panel.add.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <ProblemAlert problem={problem} />
              {unsaved && <Typography textColor="warning600">{text('entry-panel.add.unsaved')}</Typography>}
              <Field.Root required hint={text('entry-panel.add.name.hint')} name="variantName">
                <Field.Label>{text('common.name')}</Field.Label>
                <TextInput
                  autoFocus
                  maxLength={120}
                  value={variant.name}
                  onChange={(event: { target: { value: string } }) => set({ name: event.target.value })}
                />
                <Field.Hint />
              </Field.Root>
              {open.length > 0 && (
                <ExperienceChoice
                  open={open}
                  ofEntry={ofEntry}
                  value={variant.experience}
                  onChange={(experience) => set({ experience })}
                />
              )}
              {!joined && (
                <Field.Root name="selection">
                  <Field.Label>{text('entry-panel.add.selection')}</Field.Label>
                  <Radio.Group
                    value={variant.selection}
                    aria-label={text('entry-panel.add.selection')}
                    onValueChange={(value: string) => set({ selection: value as NewVariant['selection'] })}
                  >
                    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
                      {(['relevance', 'split', 'adaptive'] as const).map((one) => (
                        <Radio.Item key={one} value={one}>
                          {text(`entry-panel.add.selection.${one}`)}
                        </Radio.Item>
                      ))}
                    </Flex>
                  </Radio.Group>
                </Field.Root>
              )}
              {forWhom && may('readAudiences') && (
                <RecordSelect
                  label={text('entry-panel.add.audiences')}
                  hint={text(
                    selection === 'relevance'
                      ? 'entry-panel.add.audiences.hint'
                      : 'entry-panel.add.audiences.hint-test',
                  )}
                  placeholder={text(
                    selection === 'relevance' ? 'entry-panel.add.audiences.none' : 'common.everyone',
                  )}
                  records={audiences?.data ?? []}
                  value={variant.audiences}
                  onChange={(codes) => set({ audiences: codes })}
                />
              )}
              {selection === 'relevance' && may('readInterests') && (
                <InterestPicker
                  label={text('entry-panel.add.interests')}
                  hint={text('entry-panel.add.interests.hint')}
                  value={variant.interests}
                  onChange={(interests) => set({ interests })}
                />
              )}
              {hasComponents && (
                <Checkbox
                  checked={variant.copyComponents}
                  onCheckedChange={(checked: boolean | 'indeterminate') =>
                    set({ copyComponents: checked === true })
                  }
                >
                  {text('entry-panel.add.copy')}
                </Checkbox>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" loading={isLoading} disabled={variant.name.trim() === ''}>
              {text('entry-panel.add.submit')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
