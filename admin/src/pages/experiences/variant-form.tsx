import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import type { Selection } from '../../../../src/model/experience';
import type { WeightedTag } from '../../../../src/model/interest-profile';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { ConflictAlert } from '../../components/conflict-alert';
import { ProblemAlert } from '../../components/problem-alert';
import { RecordSelect } from '../../components/record-select';
import { useProblemText } from '../../hooks/use-problem';
import { useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import { ChannelsField } from './channels-field';
import { InterestWeights } from './interest-weights';
import { type Choices, choicesOr } from './use-choices';

/** What of a variant is edited in its dialog. */
export interface VariantFormValues {
  readonly name: string;
  readonly audiences: readonly string[];
  readonly interests: readonly WeightedTag[];
  readonly channels: readonly string[];
}

/** Where a new one begins. */
export const EMPTY_VARIANT: VariantRecord = {
  code: '',
  experience: '',
  name: '',
  order: 0,
  enabled: true,
  audiences: [],
  channels: [],
  share: 0,
  interests: [],
  createdAt: '',
  updatedAt: '',
};

interface Props {
  readonly record: VariantRecord;
  readonly isNew: boolean;
  readonly selection: Selection;
  /** The experience has started and not ended. */
  readonly isOn: boolean;
  readonly choices: Choices;
  readonly onClose: () => void;
  readonly save: (changed: Partial<VariantFormValues>, updatedAt?: string) => Promise<VariantRecord>;
  readonly refetch: () => Promise<VariantRecord>;
}

const toForm = ({ name, audiences, interests, channels }: VariantRecord): VariantFormValues => ({
  name,
  audiences,
  interests,
  channels,
});

/** The form in the dialog; what was typed stays when it is refused. */
export function VariantForm({ record, isNew, selection, isOn, choices, onClose, save, refetch }: Props) {
  const text = useText();
  const say = useProblemText();
  const form = useRecordForm<VariantRecord, VariantFormValues>({
    record,
    toForm,
    stampOf: ({ updatedAt }) => updatedAt || undefined,
    save,
    refetch,
  });
  const { values } = form;
  const errorOf = (name: keyof VariantFormValues) => {
    const [first] = form.issuesOf(name);
    return first && say(first);
  };
  const labelOf = (name: keyof VariantFormValues) =>
    text(name === 'name' ? 'common.name' : `experiences.variant.${name}`);
  // In a test everybody must be able to get every variant; audiences that are still there can be taken away.
  const showsAudiences = selection === 'relevance' || record.audiences.length > 0;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit().then((saved) => saved && onClose());
      }}
    >
      <Modal.Header closeLabel={text('common.close')}>
        <Modal.Title>
          {isNew
            ? text('experiences.variants.add')
            : text('experiences.variants.edit', { name: record.name })}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {form.conflict ? (
            <ConflictAlert
              attributes={form.conflict.map(labelOf)}
              onKeepMine={form.keepMine}
              onTakeTheirs={form.takeTheirs}
            />
          ) : (
            <ProblemAlert problem={form.problem} />
          )}
          <Field.Root name="name" required error={errorOf('name')}>
            <Field.Label>{text('common.name')}</Field.Label>
            <TextInput
              value={values.name}
              maxLength={120}
              onChange={(event: { target: { value: string } }) => form.set('name', event.target.value)}
            />
            <Field.Error />
          </Field.Root>
          {showsAudiences && (
            <RecordSelect
              label={labelOf('audiences')}
              hint={text(
                selection === 'relevance'
                  ? 'experiences.variant.audiences.hint'
                  : 'experiences.variant.audiences.hint.test',
              )}
              error={errorOf('audiences')}
              placeholder={text('experiences.variant.audiences.none')}
              records={choicesOr(choices.audiences, values.audiences)}
              value={values.audiences}
              onChange={(codes) => form.set('audiences', codes)}
              disabled={choices.audiences === undefined}
            />
          )}
          <InterestWeights
            label={labelOf('interests')}
            hint={text('experiences.variant.interests.hint')}
            error={errorOf('interests')}
            tags={choices.interests}
            value={values.interests}
            onChange={(interests) => form.set('interests', interests)}
          />
          <ChannelsField
            label={labelOf('channels')}
            hint={text('experiences.variant.channels.hint')}
            error={errorOf('channels')}
            value={values.channels}
            onChange={(channels) => form.set('channels', channels)}
          />
          {isNew && isOn && (
            <Typography variant="pi" textColor="neutral600">
              {text('experiences.variant.starts-off')}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button
          type="submit"
          loading={form.saving}
          disabled={!form.dirty || values.name.trim() === '' || form.conflict !== undefined}
        >
          {text(isNew ? 'common.create' : 'common.save')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
