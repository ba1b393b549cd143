import type { Issue } from '../../../../src/foundation/issue';
import { DEFAULT_GOAL } from '../../../../src/model/goal';
import type { GoalRecord } from '../../../../src/protocol/goals';
import { useCreateGoalMutation, useUpdateGoalMutation } from '../../api/goals';
import { ConflictAlert } from '../../components/conflict-alert';
import { ChoiceField, FieldCell, FieldGrid, NumberField, TextField } from '../../components/form-fields';
import { Notice } from '../../components/notice';
import { ProblemAlert } from '../../components/problem-alert';
import { RecordDialog } from '../../components/record-dialog';
import { refusal } from '../../hooks/refusal';
import { useMay } from '../../hooks/use-may';
import { useProblemText } from '../../hooks/use-problem';
import { type RecordForm, useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import {
  type GoalForm,
  hasDenominator,
  hasMoney,
  KINDS,
  NEW_GOAL,
  toGoalChange,
  toGoalForm,
  toGoalInput,
} from './goal-form';

interface Props {
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** A new goal. */
export function NewGoalDialog(props: Props) {
  const text = useText();
  const refuse = useRefuse();
  const [create] = useCreateGoalMutation();
  const form = useRecordForm<GoalForm, GoalForm>({
    record: NEW_GOAL,
    toForm: (values) => values,
    stampOf: () => undefined,
    save: async (changed) => {
      const values = { ...NEW_GOAL, ...changed };
      refuse(values);
      await create(toGoalInput(values)).unwrap();
      return values;
    },
    refetch: () => Promise.resolve(NEW_GOAL),
  });
  return <GoalDialog {...props} form={form} title={text('goals.new')} isNew />;
}

interface EditProps extends Props {
  readonly goal: GoalRecord;
  /** Names of the running and paused experiences that measure by it. */
  readonly measuring: readonly string[];
  readonly refetch: () => Promise<GoalRecord>;
}

/** A goal that is there. */
export function EditGoalDialog({ goal, measuring, refetch, ...props }: EditProps) {
  const refuse = useRefuse();
  const [update] = useUpdateGoalMutation();
  const form: RecordForm<GoalForm> = useRecordForm<GoalRecord, GoalForm>({
    record: goal,
    toForm: toGoalForm,
    stampOf: ({ updatedAt }) => updatedAt,
    save: async (changed, stamp) => {
      refuse(form.values);
      return update({ code: goal.code, change: toGoalChange(changed, form.values, stamp) }).unwrap();
    },
    refetch,
  });
  return <GoalDialog {...props} form={form} title={goal.name} isNew={false} measuring={measuring} />;
}

/** A number that is missing cannot be told from one that stays as it is, so it is asked for here. */
function useRefuse(): (form: GoalForm) => void {
  const text = useText();
  return ({ windowDays }) => {
    if (windowDays !== undefined) return;
    const message = text('goals.window.missing');
    throw refusal(message, [{ code: 'refused-here', path: ['windowDays'], message }]);
  };
}

interface DialogProps extends Props {
  readonly title: string;
  readonly isNew: boolean;
  readonly form: RecordForm<GoalForm>;
  readonly measuring?: readonly string[];
}

function GoalDialog({ title, isNew, form, measuring = [], onClose, onSaved }: DialogProps) {
  const text = useText();
  const mayWrite = useMay()('writeGoals');
  const isBuiltIn = !isNew && form.values.code === DEFAULT_GOAL.code;
  const frozen = isBuiltIn || measuring.length > 0;
  return (
    <RecordDialog
      title={title}
      submitLabel={text(isNew ? 'common.create' : 'common.save')}
      dirty={form.dirty}
      saving={form.saving}
      readOnly={!mayWrite}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit()) onSaved();
      }}
    >
      <Trouble form={form} />
      {isBuiltIn && <Notice>{text('goals.built-in.hint')}</Notice>}
      {!isBuiltIn && frozen && (
        <Notice>{text('goals.frozen', { names: measuring.map((name) => `“${name}”`).join(', ') })}</Notice>
      )}
      <GoalFields form={form} isNew={isNew} mayWrite={mayWrite} frozen={frozen} />
    </RecordDialog>
  );
}

function Trouble({ form }: { form: RecordForm<GoalForm> }) {
  const text = useText();
  if (!form.conflict) return <ProblemAlert problem={form.problem} />;
  const labelOf = (name: keyof GoalForm) =>
    name === 'name' || name === 'code' ? text(`common.${name}`) : text(`goals.${name}`);
  return (
    <ConflictAlert
      attributes={form.conflict.map(labelOf)}
      onKeepMine={form.keepMine}
      onTakeTheirs={form.takeTheirs}
    />
  );
}

interface FieldsProps {
  readonly form: RecordForm<GoalForm>;
  readonly isNew: boolean;
  readonly mayWrite: boolean;
  /** What it counts cannot change any more, only its name. */
  readonly frozen: boolean;
}

function GoalFields({ form, isNew, mayWrite, frozen }: FieldsProps) {
  const text = useText();
  const say = useProblemText();
  const { values, set, issuesOf } = form;
  const disabled = !mayWrite || frozen;
  // What an event may be called is not in the code of the refusal, only in its English sentence.
  const sayOf = (name: keyof GoalForm) => (issue: Issue) =>
    issue.code === 'not-allowed' && (name === 'event' || name === 'denominator')
      ? text('goals.event.wrong')
      : say(issue);
  const field = <K extends keyof GoalForm>(name: K) => ({
    name,
    value: values[name],
    onChange: (value: GoalForm[K]) => set(name, value),
    error: issuesOf(name).map(sayOf(name)).join(' ') || undefined,
    disabled,
  });
  return (
    <FieldGrid>
      <FieldCell>
        <TextField {...field('name')} label={text('common.name')} disabled={!mayWrite} required />
      </FieldCell>
      <FieldCell>
        <TextField
          {...field('event')}
          label={text('goals.event')}
          hint={text('goals.event.hint')}
          placeholder="order-completed"
          required
        />
      </FieldCell>
      <FieldCell col={12}>
        <ChoiceField
          {...field('kind')}
          label={text('goals.kind')}
          hint={text(`goals.kind.${values.kind}.hint`)}
          options={KINDS.map((kind) => ({ value: kind, label: text(`goals.kind.${kind}`) }))}
        />
      </FieldCell>
      {hasDenominator(values.kind) && (
        <FieldCell col={12}>
          <TextField
            {...field('denominator')}
            label={text('goals.denominator')}
            hint={text('goals.denominator.hint')}
            required
          />
        </FieldCell>
      )}
      {hasMoney(values.kind) && (
        <FieldCell>
          <TextField
            {...field('currency')}
            label={text('goals.currency')}
            hint={text('goals.currency.hint')}
            placeholder="EUR"
          />
        </FieldCell>
      )}
      {hasMoney(values.kind) && (
        <FieldCell>
          <NumberField {...field('cap')} label={text('goals.cap')} hint={text('goals.cap.hint')} />
        </FieldCell>
      )}
      <FieldCell>
        <ChoiceField
          {...field('scope')}
          label={text('goals.scope')}
          hint={text(`goals.scope.${values.scope}.hint`)}
          options={(['page-view', 'visitor'] as const).map((scope) => ({
            value: scope,
            label: text(`goals.scope.${scope}`),
          }))}
        />
      </FieldCell>
      <FieldCell>
        <NumberField
          {...field('windowDays')}
          label={text('goals.windowDays')}
          hint={text('goals.windowDays.hint')}
          unit={text('goals.days')}
          required
        />
      </FieldCell>
      <FieldCell>
        <ChoiceField
          {...field('direction')}
          label={text('goals.direction')}
          hint={text('goals.direction.hint')}
          options={(['up', 'down'] as const).map((direction) => ({
            value: direction,
            label: text(`goals.direction.${direction}`),
          }))}
        />
      </FieldCell>
      <FieldCell>
        <TextField
          {...field('code')}
          label={text('common.code')}
          hint={text(isNew ? 'common.code.hint' : 'goals.code.hint')}
          disabled={!mayWrite || !isNew}
        />
      </FieldCell>
    </FieldGrid>
  );
}
