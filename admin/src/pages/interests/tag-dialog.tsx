import type { InterestGroup } from '../../../../src/model/interest-profile';
import type { InterestTagChange, InterestTagRecord } from '../../../../src/protocol/interest-tags';
import { useCreateInterestTagMutation, useUpdateInterestTagMutation } from '../../api/interest-tags';
import { ConflictAlert } from '../../components/conflict-alert';
import { ChoiceField, LongTextField, TextField } from '../../components/form-fields';
import { ProblemAlert } from '../../components/problem-alert';
import { RecordDialog } from '../../components/record-dialog';
import { useMay } from '../../hooks/use-may';
import { useProblemText } from '../../hooks/use-problem';
import { type RecordForm, useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import { GROUPS, possibleParents } from './tag-tree';

interface TagForm {
  readonly name: string;
  readonly code: string;
  readonly group: InterestGroup;
  /** `''` = none. */
  readonly parent: string;
  readonly description: string;
}

const toForm = (tag: InterestTagRecord): TagForm => ({
  name: tag.name,
  code: tag.code,
  group: tag.group,
  parent: tag.parent ?? '',
  description: tag.description ?? '',
});

interface Props {
  readonly tags: readonly InterestTagRecord[];
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

/** A new interest, in the group that was looked at. */
export function NewTagDialog({ group, ...props }: Props & { group: InterestGroup }) {
  const text = useText();
  const [create] = useCreateInterestTagMutation();
  const start: TagForm = { name: '', code: '', group, parent: '', description: '' };
  const form = useRecordForm<TagForm, TagForm>({
    record: start,
    toForm: (values) => values,
    stampOf: () => undefined,
    save: async (changed) => {
      const { name, group: chosen, ...rest } = { ...start, ...changed };
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
      await create({ name, group: chosen, ...given }).unwrap();
      return { ...start, ...changed };
    },
    refetch: () => Promise.resolve(start),
  });
  return <TagDialog {...props} form={form} title={text('interests.new')} isNew />;
}

interface EditProps extends Props {
  readonly tag: InterestTagRecord;
  readonly refetch: () => Promise<InterestTagRecord>;
}

/** An interest that is there. */
export function EditTagDialog({ tag, refetch, ...props }: EditProps) {
  const [update] = useUpdateInterestTagMutation();
  const form = useRecordForm<InterestTagRecord, TagForm>({
    record: tag,
    toForm,
    stampOf: ({ updatedAt }) => updatedAt,
    save: (changed, updatedAt) => {
      const change: InterestTagChange = {
        ...(changed.name !== undefined && { name: changed.name }),
        ...(changed.group !== undefined && { group: changed.group }),
        ...(changed.parent !== undefined && { parent: changed.parent || null }),
        ...(changed.description !== undefined && { description: changed.description.trim() || null }),
        updatedAt,
      };
      return update({ code: tag.code, change }).unwrap();
    },
    refetch,
  });
  return <TagDialog {...props} form={form} title={tag.name} isNew={false} />;
}

interface DialogProps extends Props {
  readonly title: string;
  readonly isNew: boolean;
  readonly form: RecordForm<TagForm>;
}

function TagDialog({ title, isNew, form, tags, onClose, onSaved }: DialogProps) {
  const text = useText();
  const say = useProblemText();
  const disabled = !useMay()('writeInterests');
  const { values, set, issuesOf } = form;
  const errorOf = (name: keyof TagForm) => issuesOf(name).map(say).join(' ') || undefined;
  const labels: Readonly<Record<keyof TagForm, string>> = {
    name: text('common.name'),
    code: text('common.code'),
    group: text('interests.group'),
    parent: text('interests.parent'),
    description: text('common.description'),
  };
  const parents = isNew ? tags : possibleParents(tags, values.code);
  return (
    <RecordDialog
      title={title}
      submitLabel={text(isNew ? 'common.create' : 'common.save')}
      dirty={form.dirty}
      saving={form.saving}
      readOnly={disabled}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit()) onSaved(values.name);
      }}
    >
      {form.conflict ? (
        <ConflictAlert
          attributes={form.conflict.map((name) => labels[name])}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : (
        <ProblemAlert problem={form.problem} />
      )}
      <TextField
        name="name"
        label={labels.name}
        value={values.name}
        onChange={(name) => set('name', name)}
        error={errorOf('name')}
        disabled={disabled}
        required
      />
      <ChoiceField
        name="group"
        label={labels.group}
        hint={text(`interests.group.${values.group}.hint`)}
        value={values.group}
        options={GROUPS.map((group) => ({ value: group, label: text(`interests.group.${group}`) }))}
        onChange={(group) => set('group', group)}
        error={errorOf('group')}
        disabled={disabled}
      />
      <ChoiceField
        name="parent"
        label={labels.parent}
        hint={text('interests.parent.hint')}
        value={values.parent}
        options={[
          { value: '', label: text('interests.parent.none') },
          ...parents.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(parent) => set('parent', parent)}
        error={errorOf('parent')}
        disabled={disabled}
      />
      <LongTextField
        name="description"
        label={labels.description}
        value={values.description}
        onChange={(description) => set('description', description)}
        error={errorOf('description')}
        disabled={disabled}
      />
      <TextField
        name="code"
        label={labels.code}
        hint={isNew ? text('common.code.hint') : text('interests.code.hint')}
        value={values.code}
        onChange={(code) => set('code', code)}
        error={errorOf('code')}
        disabled={disabled || !isNew}
      />
    </RecordDialog>
  );
}
