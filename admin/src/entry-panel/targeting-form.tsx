import { Button, Flex, Typography } from '@strapi/design-system';
import { useGetAudiencesQuery } from '../api/audiences';
import { useUpdateEntryTargetingMutation } from '../api/entries';
import { ConflictAlert } from '../components/conflict-alert';
import { ProblemAlert } from '../components/problem-alert';
import { RecordSelect } from '../components/record-select';
import { useMay } from '../hooks/use-may';
import { useProblemText } from '../hooks/use-problem';
import { useRecordForm } from '../hooks/use-record-form';
import { useText } from '../hooks/use-text';
import { useNotification } from '@strapi/strapi/admin';
import type { EntryTargeting } from '../../../src/manifest/manifest';
import { InterestPicker } from './interest-picker';
import { useKeptDraft } from './use-kept-draft';

interface Props {
  readonly targeting: EntryTargeting;
  /** Audiences of an entry act in lists, and a single type is in none. */
  readonly inLists: boolean;
  readonly refetch: () => Promise<EntryTargeting>;
}

/** What of it people edit. */
type Form = Pick<EntryTargeting, 'interests' | 'onlyFor' | 'notFor'>;

const LABELS = {
  interests: 'entry-panel.interests.label',
  onlyFor: 'entry-panel.audiences.only',
  notFor: 'entry-panel.audiences.not',
} as const;

const formOf = ({ interests, onlyFor, notFor }: EntryTargeting): Form => ({ interests, onlyFor, notFor });
const stampOf = (targeting: EntryTargeting): string => JSON.stringify(formOf(targeting));

/** Interests and audiences of an entry, saved by a button of their own: they hold at once and in every language. */
export function TargetingForm({ targeting, inLists, refetch }: Props) {
  const text = useText();
  const may = useMay();
  const say = useProblemText();
  const { toggleNotification } = useNotification();
  const [update] = useUpdateEntryTargetingMutation();
  const { data: audiences } = useGetAudiencesQuery({ pageSize: 500 }, { skip: !may('readAudiences') });
  const { contentType, documentId } = targeting;
  const form = useRecordForm<EntryTargeting, Form>({
    record: targeting,
    toForm: formOf,
    stampOf,
    refetch,
    save: async (input, stamp) => {
      // The server keeps no stamp of it, so it is read again: the lists of somebody else are not to be lost.
      if (stampOf(await refetch()) !== stamp) throw CHANGED_MEANWHILE;
      return update({ entry: { contentType, documentId }, input }).unwrap();
    },
  });
  useKeptDraft(`${contentType}/${documentId}`, form);
  const disabled = !may('writeEntries');
  const errorOf = (name: keyof Form) => form.issuesOf(name).map(say).join(' ') || undefined;
  const save = async () => {
    if (await form.submit()) toggleNotification({ type: 'success', message: text('common.saved') });
  };
  return (
    <>
      {form.conflict ? (
        <ConflictAlert
          attributes={form.conflict.map((name) => text(LABELS[name]))}
          onTakeTheirs={form.takeTheirs}
          onKeepMine={form.keepMine}
        />
      ) : (
        <ProblemAlert problem={form.problem} />
      )}
      <InterestPicker
        label={text(LABELS.interests)}
        hint={text('entry-panel.interests.hint')}
        value={form.values.interests}
        onChange={(interests) => form.set('interests', interests)}
        error={errorOf('interests')}
        disabled={disabled}
      />
      {inLists &&
        (['onlyFor', 'notFor'] as const).map((name) => (
          <RecordSelect
            key={name}
            label={text(LABELS[name])}
            hint={name === 'notFor' ? text('entry-panel.audiences.hint') : undefined}
            placeholder={text(name === 'onlyFor' ? 'common.everyone' : 'entry-panel.audiences.nobody')}
            records={audiences?.data ?? form.values[name].map((code) => ({ code, name: code }))}
            value={form.values[name]}
            onChange={(codes) => form.set(name, codes)}
            error={errorOf(name)}
            disabled={disabled}
          />
        ))}
      {form.dirty && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="pi" textColor="neutral600" role="status">
            {text('entry-panel.interests.dirty')}
          </Typography>
          <Flex gap={2}>
            <Button type="button" size="S" loading={form.saving} onClick={() => void save()}>
              {text('entry-panel.interests.save')}
            </Button>
            <Button
              type="button"
              size="S"
              variant="tertiary"
              disabled={form.saving}
              onClick={() => form.reset()}
            >
              {text('common.cancel')}
            </Button>
          </Flex>
        </Flex>
      )}
    </>
  );
}

/** As the server answers for records that have a stamp. */
const CHANGED_MEANWHILE = { status: 409, message: '', details: { code: 'changed-meanwhile' } };
