import { useMemo } from 'react';
import { Field, Grid, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useText } from '../../hooks/use-text';
import type { FormSectionProps } from './experience-editor';
import { FrozenHint } from './frozen-hint';
import { Section } from './section';
import { type Choices, choicesOr } from './use-choices';
import { timeZones, toWallTime, wallTimeAt } from './wall-time';

/** From when to when, by the clock of which zone, and the campaign that it belongs to. */
export function ScheduleSection({ form, errorOf, locked, choices }: FormSectionProps & { choices: Choices }) {
  const text = useText();
  const { timeZone, campaign } = form.values;
  const zones = useMemo(() => timeZones(timeZone), [timeZone]);
  const campaigns = choicesOr(choices.campaigns, campaign ? [campaign] : []);
  const moment = (name: 'startsAt' | 'endsAt') => (
    <Field.Root name={name} error={errorOf(name)} hint={text(`experiences.schedule.${name}.hint`)}>
      <Field.Label>{text(`experiences.attribute.${name}`)}</Field.Label>
      <TextInput
        type="datetime-local"
        value={toWallTime(form.values[name], timeZone)}
        disabled={locked(name)}
        onChange={(event: { target: { value: string } }) => form.set(name, event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  return (
    <Section
      name="schedule"
      title={text('experiences.schedule.title')}
      hint={text('experiences.schedule.hint', {
        timeZone,
        now: wallTimeAt(new Date(), timeZone).slice(-5) || '–',
      })}
    >
      <Grid.Root gap={4}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {moment('startsAt')}
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          {moment('endsAt')}
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="timeZone" required error={errorOf('timeZone')}>
            <Field.Label>{text('experiences.attribute.timeZone')}</Field.Label>
            <SingleSelect
              value={timeZone}
              onChange={(zone: string | number) => form.set('timeZone', String(zone))}
              disabled={locked('timeZone')}
            >
              {zones.map((zone) => (
                <SingleSelectOption key={zone} value={zone}>
                  {zone}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="campaign" error={errorOf('campaign')}>
            <Field.Label>{text('experiences.attribute.campaign')}</Field.Label>
            <SingleSelect
              value={campaign || null}
              placeholder={text('experiences.campaign.none')}
              onChange={(code: string | number) => form.set('campaign', String(code))}
              onClear={() => form.set('campaign', '')}
              clearLabel={text('experiences.campaign.none')}
              disabled={locked('campaign') || choices.campaigns === undefined}
            >
              {campaigns.map(({ code, name }) => (
                <SingleSelectOption key={code} value={code}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <FrozenHint when={locked('startsAt')} />
    </Section>
  );
}
