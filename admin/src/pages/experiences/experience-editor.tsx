import { BackButton } from '@strapi/strapi/admin';
import { Button, Field, Flex, LinkButton, TextInput, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantContentRecord, VariantRecord } from '../../../../src/protocol/variants';
import { useUpdateExperienceMutation } from '../../api/experiences';
import { ConflictAlert } from '../../components/conflict-alert';
import { LeaveGuard } from '../../components/leave-guard';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { ProblemAlert } from '../../components/problem-alert';
import { StatusBadge } from '../../components/status-badge';
import { useMay } from '../../hooks/use-may';
import { useProblemText } from '../../hooks/use-problem';
import { type RecordForm, useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import { PERMISSIONS } from '../../permissions';
import { AudiencesSection } from './audiences-section';
import { DeleteExperience } from './delete-experience';
import { EntriesSection } from './entries-section';
import { type ExperienceForm, isFrozen, toChange, toForm } from './experience-form';
import { StatusContext } from './frozen-hint';
import { GoalSection } from './goal-section';
import { ScheduleSection } from './schedule-section';
import { Section } from './section';
import { SelectionSection } from './selection-section';
import { StatusBar } from './status-bar';
import { useChoices } from './use-choices';
import { VariantsSection } from './variants-section';

/** An experience with everything that hangs on it, as the sections of its page take it. */
export interface LoadedExperience {
  readonly experience: ExperienceRecord;
  readonly variants: readonly VariantRecord[];
  readonly contents: readonly VariantContentRecord[];
  readonly reread: {
    readonly experience: () => Promise<ExperienceRecord>;
    readonly variants: () => Promise<readonly VariantRecord[]>;
  };
}

/** What a section of the form needs. */
export interface FormSectionProps {
  readonly form: RecordForm<ExperienceForm>;
  /** The first thing that is wrong with an attribute. */
  readonly errorOf: (name: keyof ExperienceForm) => string | undefined;
  /** May not be changed: by this role, or in this status. */
  readonly locked: (name: keyof ExperienceForm) => boolean;
}

/** The page of one experience: one form for what it says itself, its entries and variants beside it. */
export function ExperienceEditor(loaded: LoadedExperience) {
  const { experience, variants, contents, reread } = loaded;
  const text = useText();
  const say = useProblemText();
  const may = useMay();
  const choices = useChoices();
  const [update] = useUpdateExperienceMutation();
  const { code, status } = experience;
  const form = useRecordForm<ExperienceRecord, ExperienceForm>({
    record: experience,
    toForm,
    stampOf: ({ updatedAt }) => updatedAt,
    save: (changed, stamp) => update({ code, change: toChange(changed, stamp) }).unwrap(),
    refetch: reread.experience,
  });
  const mayWrite = may('writeExperiences');
  const section: FormSectionProps = {
    form,
    locked: (name) => !mayWrite || isFrozen(status, name),
    errorOf: (name) => {
      const [first] = form.issuesOf(name);
      return first && say(first);
    },
  };
  const labelOf = (name: keyof ExperienceForm) =>
    text(name === 'name' ? 'common.name' : `experiences.attribute.${name}`);

  return (
    <PageFrame
      title={experience.name}
      subtitle={text(`common.selection.${experience.selection}`)}
      needs="readExperiences"
      navigationAction={<BackButton fallback="/plugins/contextual/experiences" />}
      secondaryAction={
        <Flex gap={2}>
          <StatusBadge status={status} />
          {may('readResults') && (
            <LinkButton variant="secondary" tag={Link} to={`/plugins/contextual/results/${code}`}>
              {text('common.nav.results')}
            </LinkButton>
          )}
          {mayWrite && <DeleteExperience experience={experience} />}
        </Flex>
      }
      primaryAction={
        mayWrite && (
          <Button
            startIcon={<Check />}
            disabled={!form.dirty}
            loading={form.saving}
            onClick={() => void form.submit()}
          >
            {text('common.save')}
          </Button>
        )
      }
    >
      <LeaveGuard when={form.dirty} />
      {!mayWrite && (
        <Notice title={text('experiences.read-only.title')}>
          {text('experiences.read-only', { permission: PERMISSIONS.writeExperiences })}
        </Notice>
      )}
      {form.conflict ? (
        <ConflictAlert
          attributes={form.conflict.map(labelOf)}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : (
        <ProblemAlert problem={form.problem} />
      )}
      <StatusContext.Provider value={status}>
        <StatusBar experience={experience} unsaved={form.dirty} />
        <Section name="general" title={text('experiences.general')}>
          <Field.Root name="name" required error={section.errorOf('name')}>
            <Field.Label>{text('common.name')}</Field.Label>
            <TextInput
              value={form.values.name}
              maxLength={120}
              disabled={section.locked('name')}
              onChange={(event: { target: { value: string } }) => form.set('name', event.target.value)}
            />
            <Field.Error />
          </Field.Root>
          <Flex paddingTop={2} gap={1}>
            <Typography variant="pi" textColor="neutral600">
              {text('common.code')}: <code>{code}</code>
            </Typography>
          </Flex>
        </Section>
        <EntriesSection
          experience={experience}
          contents={contents}
          mayWrite={mayWrite}
          reread={reread.experience}
        />
        <VariantsSection {...loaded} choices={choices} mayWrite={mayWrite} />
        <AudiencesSection {...section} choices={choices} />
        <SelectionSection {...section} experience={experience} variants={variants} mayWrite={mayWrite} />
        <GoalSection {...section} choices={choices} />
        <ScheduleSection {...section} choices={choices} />
      </StatusContext.Provider>
    </PageFrame>
  );
}
