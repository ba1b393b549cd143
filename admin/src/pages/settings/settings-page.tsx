import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Settings } from '../../../../src/protocol/settings';
import { useGetContextualSettingsQuery, useUpdateContextualSettingsMutation } from '../../api/settings';
import { FieldCell, FieldGrid, NumberField } from '../../components/form-fields';
import { LeaveGuard } from '../../components/leave-guard';
import { PageFrame } from '../../components/page-frame';
import { ProblemAlert } from '../../components/problem-alert';
import { QueryState } from '../../components/query-state';
import { refusal } from '../../hooks/refusal';
import { useMay } from '../../hooks/use-may';
import { useProblemText } from '../../hooks/use-problem';
import { type RecordForm, useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import {
  DEFAULT_PERCENT,
  SETTING_SECTIONS,
  type SettingName,
  type SettingsForm,
  toSettingsChange,
  toSettingsForm,
  wrongSettings,
} from './setting-list';

/** What administrators decide for the whole project. */
export function SettingsPage() {
  const text = useText();
  const may = useMay();
  const query = useGetContextualSettingsQuery(undefined, { skip: !may('readSettings') });
  if (query.data) return <SettingsEditor settings={query.data} refetch={() => query.refetch().unwrap()} />;
  return (
    <PageFrame title={text('common.nav.settings')} needs="readSettings">
      <QueryState query={query}>{() => null}</QueryState>
    </PageFrame>
  );
}

interface EditorProps {
  readonly settings: Settings;
  readonly refetch: () => Promise<Settings>;
}

function SettingsEditor({ settings, refetch }: EditorProps) {
  const text = useText();
  const mayWrite = useMay()('writeSettings');
  const { toggleNotification } = useNotification();
  const [update] = useUpdateContextualSettingsMutation();
  const form = useRecordForm<Settings, SettingsForm>({
    record: settings,
    toForm: toSettingsForm,
    // They carry no stamp; their values tell whether somebody saved. Only what changed is sent, so two people collide
    // in one and the same setting alone, and there the last one counts.
    stampOf: (record) => JSON.stringify(record),
    save: async (changed) => {
      const message = text('settings.range');
      const issues = wrongSettings(changed).map((name) => ({ code: 'refused-here', path: [name], message }));
      if (issues.length > 0) throw refusal(text('settings.invalid'), issues);
      return update(toSettingsChange(changed)).unwrap();
    },
    refetch,
  });
  const save = async () => {
    if (await form.submit()) toggleNotification({ type: 'success', message: text('settings.saved') });
  };
  return (
    <PageFrame
      title={text('common.nav.settings')}
      subtitle={text('settings.subtitle')}
      needs="readSettings"
      primaryAction={
        mayWrite && (
          <Flex gap={2}>
            {form.dirty && (
              <Button variant="tertiary" onClick={form.reset}>
                {text('settings.discard')}
              </Button>
            )}
            <Button
              startIcon={<Check />}
              loading={form.saving}
              disabled={!form.dirty}
              onClick={() => void save()}
            >
              {text('common.save')}
            </Button>
          </Flex>
        )
      }
    >
      <LeaveGuard when={form.dirty} />
      <ProblemAlert problem={form.problem && { ...form.problem, issues: [] }} />
      {SETTING_SECTIONS.map(({ id, settings: names }) => (
        <Box
          key={id}
          tag="section"
          aria-label={text(`settings.section.${id}`)}
          background="neutral0"
          hasRadius
          shadow="tableShadow"
          padding={6}
        >
          <Typography variant="delta" tag="h2">
            {text(`settings.section.${id}`)}
          </Typography>
          <Box paddingTop={1} paddingBottom={5} maxWidth="80rem">
            <Typography textColor="neutral600" tag="p">
              {text(`settings.section.${id}.hint`)}
            </Typography>
          </Box>
          <FieldGrid>
            {names.map((name) => (
              <FieldCell key={name}>
                <SettingField name={name} form={form} disabled={!mayWrite} />
              </FieldCell>
            ))}
          </FieldGrid>
        </Box>
      ))}
    </PageFrame>
  );
}

interface FieldProps {
  readonly name: SettingName;
  readonly form: RecordForm<SettingsForm>;
  readonly disabled: boolean;
}

/** One setting in percent, with its default and the way back to it. */
function SettingField({ name, form, disabled }: FieldProps) {
  const text = useText();
  const say = useProblemText();
  const { formatNumber } = useIntl();
  const value = form.values[name];
  const usual = DEFAULT_PERCENT[name];
  const standard = text('settings.default', { value: formatNumber(usual) });
  return (
    <NumberField
      name={name}
      label={text(`settings.${name}`)}
      hint={`${text(`settings.${name}.hint`)} ${standard}`}
      error={form.issuesOf(name).map(say).join(' ') || undefined}
      value={value}
      onChange={(percent) => form.set(name, percent)}
      unit="%"
      disabled={disabled}
      labelAction={
        !disabled &&
        value !== usual && (
          <Box paddingLeft={2}>
            <TextButton
              aria-label={text('settings.reset.label', { setting: text(`settings.${name}`) })}
              onClick={() => form.set(name, usual)}
            >
              {text('settings.reset')}
            </TextButton>
          </Box>
        )
      }
    />
  );
}
