import type { Goal } from '../../../../src/model/goal';
import { DEFAULT_GOAL } from '../../../../src/model/goal';
import type { GoalChange, GoalInput, GoalRecord } from '../../../../src/protocol/goals';

/** What the dialog of a goal edits. Numbers are `undefined` while their field is empty. */
export interface GoalForm {
  readonly name: string;
  readonly code: string;
  readonly event: string;
  readonly kind: Goal['kind'];
  readonly denominator: string;
  readonly scope: Goal['scope'];
  readonly windowDays: number | undefined;
  readonly cap: number | undefined;
  readonly currency: string;
  readonly direction: Goal['direction'];
}

export const KINDS: readonly Goal['kind'][] = ['rate', 'value', 'ratio'];

/** What a new one begins with. */
export const NEW_GOAL: GoalForm = {
  name: '',
  code: '',
  event: '',
  kind: 'rate',
  denominator: '',
  scope: 'page-view',
  windowDays: DEFAULT_GOAL.windowDays,
  cap: undefined,
  currency: '',
  direction: 'up',
};

export const toGoalForm = (goal: GoalRecord): GoalForm => ({
  name: goal.name,
  code: goal.code,
  event: goal.event,
  kind: goal.kind,
  denominator: goal.denominator ?? '',
  scope: goal.scope,
  windowDays: goal.windowDays,
  cap: goal.cap,
  currency: goal.currency ?? '',
  direction: goal.direction,
});

/** Whether a kind of goal has something; what it has not is kept in the form while the kind is being chosen. */
export const hasDenominator = (kind: Goal['kind']): boolean => kind === 'ratio';
export const hasMoney = (kind: Goal['kind']): boolean => kind !== 'rate';

/** Everything as it is stored: `null` where it is empty or of no use to this kind. */
const stored = (form: GoalForm) => ({
  name: form.name,
  event: form.event,
  kind: form.kind,
  denominator: (hasDenominator(form.kind) && form.denominator.trim()) || null,
  scope: form.scope,
  windowDays: form.windowDays,
  cap: hasMoney(form.kind) ? (form.cap ?? null) : null,
  currency: (hasMoney(form.kind) && form.currency.trim().toUpperCase()) || null,
  direction: form.direction,
});

export const toGoalInput = (form: GoalForm): GoalInput => {
  const { denominator, cap, currency, ...rest } = stored(form);
  return {
    ...rest,
    ...(form.code.trim() !== '' && { code: form.code.trim() }),
    ...(denominator !== null && { denominator }),
    ...(cap !== null && { cap }),
    ...(currency !== null && { currency }),
  };
};

/** Only what was changed, and with another kind what it leaves without use. */
export function toGoalChange(
  changed: Partial<GoalForm>,
  form: GoalForm,
  stamp: string | undefined,
): GoalChange {
  const names = new Set(Object.keys(changed));
  if (names.has('kind')) for (const name of ['denominator', 'cap', 'currency']) names.add(name);
  const change = Object.fromEntries(Object.entries(stored(form)).filter(([name]) => names.has(name)));
  return { ...change, updatedAt: stamp };
}
