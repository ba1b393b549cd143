import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantContentRecord, VariantRecord } from '../../../../src/protocol/variants';
import { entryKey, useGetProjectLocalesQuery } from '../../api/content-manager';
import { useAddVariantContentMutation } from '../../api/variants';
import { ProblemAlert } from '../../components/problem-alert';
import type { EntryNames } from '../../hooks/use-entry-titles';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { contentPath } from './variant-contents';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly experience: ExperienceRecord;
  readonly variant: VariantRecord;
  /** What the variant has already. */
  readonly contents: readonly VariantContentRecord[];
  readonly names: EntryNames;
}

/** Makes content for an entry in a language and opens it in the full edit view. */
export const AddContent = ({ open, onClose, ...rest }: Props) => (
  <Modal.Root open={open} onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
    <Modal.Content>{open && <AddContentForm {...rest} onClose={onClose} />}</Modal.Content>
  </Modal.Root>
);

function AddContentForm({ onClose, experience, variant, contents, names }: Omit<Props, 'open'>) {
  const text = useText();
  const navigate = useNavigate();
  const locales = useGetProjectLocalesQuery();
  const [add, { isLoading }] = useAddVariantContentMutation();
  const [problem, setProblem] = useState<Problem>();
  const [chosenEntry, setEntry] = useState<string>();
  const [chosenLocale, setLocale] = useState<string>();
  const [copyComponents, setCopy] = useState(false);

  /** Languages that an entry has no content in yet; `null` stands for none at all. */
  const missingIn = (entry: ExperienceRecord['entries'][number]): (string | null)[] => {
    const content = contents.find((own) => entryKey(own.entry) === entryKey(entry));
    const has = new Set(content?.locales.map(({ locale }) => locale));
    if (!names.typeOf(entry.contentType)?.localized) return has.size > 0 ? [] : [null];
    const all = [...(locales.data ?? [])].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
    return all.map(({ code }) => code).filter((code) => !has.has(code));
  };
  const open = experience.entries.filter((entry) => missingIn(entry).length > 0);
  const entry = open.find((candidate) => entryKey(candidate) === chosenEntry) ?? open[0];
  const missing = entry ? missingIn(entry) : [];
  const locale = missing.find((code) => code === chosenLocale) ?? missing[0] ?? null;

  const submit = async () => {
    if (!entry) return;
    setProblem(undefined);
    try {
      const content = await add({
        experience: experience.code,
        code: variant.code,
        input: { entry, copyComponents, ...(locale !== null && { locale }) },
      }).unwrap();
      onClose();
      navigate(contentPath(content, locale));
    } catch (error) {
      setProblem(readProblem(error));
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Modal.Header closeLabel={text('common.close')}>
        <Modal.Title>{text('experiences.content.add.title', { name: variant.name })}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ProblemAlert problem={problem} />
          {!entry && (
            <Typography>
              {text(
                experience.entries.length === 0
                  ? 'experiences.content.needs-entry'
                  : 'experiences.content.complete',
              )}
            </Typography>
          )}
          {entry && (
            <>
              <Field.Root name="entry">
                <Field.Label>{text('experiences.content.entry')}</Field.Label>
                <SingleSelect
                  value={entryKey(entry)}
                  onChange={(key: string | number) => setEntry(String(key))}
                >
                  {open.map((candidate) => (
                    <SingleSelectOption key={entryKey(candidate)} value={entryKey(candidate)}>
                      {names.titleOf(candidate)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              {locale !== null && (
                <Field.Root name="locale">
                  <Field.Label>{text('experiences.content.locale')}</Field.Label>
                  <SingleSelect value={locale} onChange={(code: string | number) => setLocale(String(code))}>
                    {missing.map((code) => (
                      <SingleSelectOption key={code} value={code ?? ''}>
                        {locales.data?.find((known) => known.code === code)?.name ?? code}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              )}
              <Field.Root name="copyComponents" hint={text('experiences.content.copy.hint')}>
                <Checkbox
                  checked={copyComponents}
                  onCheckedChange={(checked: boolean | 'indeterminate') => setCopy(checked === true)}
                >
                  {text('experiences.content.copy')}
                </Checkbox>
                <Field.Hint />
              </Field.Root>
              <Typography variant="pi" textColor="neutral600">
                {text('experiences.content.inherits')}
              </Typography>
            </>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        {entry && (
          <Button type="submit" loading={isLoading} disabled={locales.isLoading}>
            {text('experiences.content.write')}
          </Button>
        )}
      </Modal.Footer>
    </form>
  );
}
