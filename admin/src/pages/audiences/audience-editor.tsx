import { useState } from 'react';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Check, Trash } from '@strapi/icons';
import { ConfirmButton } from '../../components/confirm-button';
import { ConflictAlert } from '../../components/conflict-alert';
import { FieldCell, FieldGrid, LongTextField, TextField, ToggleField } from '../../components/form-fields';
import { LeaveGuard } from '../../components/leave-guard';
import { PageFrame } from '../../components/page-frame';
import { ProblemAlert } from '../../components/problem-alert';
import { useMay } from '../../hooks/use-may';
import { useProblemText } from '../../hooks/use-problem';
import type { RecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import type { AudienceForm } from './audience-form';
import { readJson } from './read-json';
import { RuleEditor } from './rule-editor';
import { type ExampleCondition, ruleText, withCondition } from './rule-examples';
import { RuleHelp } from './rule-help';

interface Props {
  readonly title: string;
  readonly form: RecordForm<AudienceForm>;
  readonly isNew: boolean;
  /** After a save that worked. */
  readonly onSaved: () => void;
  readonly onDelete?: () => Promise<void>;
  /** Between what was typed and its help: where it is used, what could not be done. */
  readonly aside?: React.ReactNode;
  readonly notice?: React.ReactNode;
}

/** The page on which an audience is written, new or not. */
export function AudienceEditor({ title, form, isNew, onSaved, onDelete, aside, notice }: Props) {
  const text = useText();
  const may = useMay();
  const { toggleNotification } = useNotification();
  const mayWrite = may('writeAudiences');
  const { values, set } = form;
  const [inserted, setInserted] = useState(0);

  const save = async () => {
    if (!(await form.submit())) return window.scrollTo({ top: 0, behavior: 'smooth' });
    toggleNotification({ type: 'success', message: text(isNew ? 'common.created' : 'common.saved') });
    onSaved();
  };
  const reading = readJson(values.rule);
  const insert = (condition: ExampleCondition) => {
    if (!reading.ok) return;
    set('rule', ruleText(withCondition(reading.value, condition)));
    setInserted((count) => count + 1);
  };

  return (
    <PageFrame
      title={title}
      subtitle={isNew ? text('audiences.new.subtitle') : values.code}
      needs="readAudiences"
      navigationAction={<BackButton fallback="/plugins/contextual/audiences" />}
      primaryAction={
        mayWrite && (
          <Flex gap={2}>
            {onDelete && (
              <ConfirmButton
                title={text('common.delete.title', { name: title })}
                question={text('audiences.delete.question')}
                onConfirm={onDelete}
                startIcon={<Trash />}
              >
                {text('common.delete')}
              </ConfirmButton>
            )}
            <Button
              startIcon={<Check />}
              loading={form.saving}
              disabled={!isNew && !form.dirty}
              onClick={() => void save()}
            >
              {text(isNew ? 'common.create' : 'common.save')}
            </Button>
          </Flex>
        )
      }
    >
      <LeaveGuard when={form.dirty} />
      {notice}
      <Trouble form={form} />
      <Grid.Root gap={6}>
        <Grid.Item col={8} xs={12} direction="column" alignItems="stretch" gap={6}>
          <Panel>
            <Details form={form} isNew={isNew} disabled={!mayWrite} />
          </Panel>
          <Panel>
            <RuleEditor value={values.rule} onChange={(rule) => set('rule', rule)} disabled={!mayWrite} />
          </Panel>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch" gap={6}>
          {aside}
          <Box>
            <Flex justifyContent="space-between" paddingBottom={3} gap={2}>
              <Typography variant="delta" tag="h2">
                {text('audiences.help')}
              </Typography>
              <Typography variant="pi" textColor="success600" aria-live="polite">
                {inserted > 0 && text('audiences.help.inserted', { count: inserted })}
              </Typography>
            </Flex>
            <RuleHelp onInsert={mayWrite && reading.ok ? insert : undefined} />
          </Box>
        </Grid.Item>
      </Grid.Root>
    </PageFrame>
  );
}

/** A white box of a page. */
export const Panel = ({ title, children }: { title?: string; children: React.ReactNode }) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} borderColor="neutral150">
    {title !== undefined && (
      <Typography variant="delta" tag="h2" style={{ display: 'block', marginBottom: '1.6rem' }}>
        {title}
      </Typography>
    )}
    {children}
  </Box>
);

/** What stood in the way of saving. */
function Trouble({ form }: { form: RecordForm<AudienceForm> }) {
  const text = useText();
  const labels: Readonly<Record<keyof AudienceForm, string>> = {
    name: text('common.name'),
    code: text('common.code'),
    description: text('common.description'),
    internal: text('audiences.internal'),
    rule: text('audiences.rule'),
  };
  if (form.conflict) {
    return (
      <ConflictAlert
        attributes={form.conflict.map((name) => labels[name])}
        onKeepMine={form.keepMine}
        onTakeTheirs={form.takeTheirs}
      />
    );
  }
  return <ProblemAlert problem={form.problem} />;
}

function Details(props: { form: RecordForm<AudienceForm>; isNew: boolean; disabled: boolean }) {
  const { form, isNew, disabled } = props;
  const { values, set, issuesOf } = form;
  const text = useText();
  const say = useProblemText();
  const errorOf = (name: keyof AudienceForm) => issuesOf(name).map(say).join(' ') || undefined;
  return (
    <FieldGrid>
      <FieldCell col={isNew ? 6 : 12}>
        <TextField
          name="name"
          label={text('common.name')}
          value={values.name}
          onChange={(name) => set('name', name)}
          error={errorOf('name')}
          disabled={disabled}
          required
        />
      </FieldCell>
      {isNew && (
        <FieldCell>
          <TextField
            name="code"
            label={text('common.code')}
            hint={text('common.code.hint')}
            value={values.code}
            onChange={(code) => set('code', code)}
            error={errorOf('code')}
            disabled={disabled}
          />
        </FieldCell>
      )}
      <FieldCell>
        <LongTextField
          name="description"
          label={text('common.description')}
          value={values.description}
          onChange={(description) => set('description', description)}
          error={errorOf('description')}
          disabled={disabled}
        />
      </FieldCell>
      <FieldCell>
        <ToggleField
          name="internal"
          label={text('audiences.internal')}
          hint={text('audiences.internal.hint')}
          value={values.internal}
          onLabel={text('common.yes')}
          offLabel={text('common.no')}
          onChange={(internal) => set('internal', internal)}
          disabled={disabled}
        />
      </FieldCell>
    </FieldGrid>
  );
}
