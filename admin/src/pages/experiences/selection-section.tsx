import { Box, Flex, Typography } from '@strapi/design-system';
import type { Selection } from '../../../../src/model/experience';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { useText } from '../../hooks/use-text';
import type { FormSectionProps } from './experience-editor';
import { DEFAULT_HOLDOUT } from './experience-form';
import { FrozenHint } from './frozen-hint';
import { HoldoutField } from './holdout-field';
import { Section } from './section';
import { SelectionChoice } from './selection-choice';
import { Shares } from './shares';

interface Props extends FormSectionProps {
  readonly experience: ExperienceRecord;
  readonly variants: readonly VariantRecord[];
  readonly mayWrite: boolean;
}

/** How it is chosen who sees what: the way, and its numbers. */
export function SelectionSection({ form, errorOf, locked, experience, variants, mayWrite }: Props) {
  const text = useText();
  const { selection, holdout } = form.values;
  const isOn = experience.status === 'running' || experience.status === 'paused';
  const choose = (chosen: Selection) => {
    form.set('selection', chosen);
    // A control group exists by relevance only; in a test the default competes.
    form.set('holdout', chosen !== 'relevance' ? 0 : experience.holdout || DEFAULT_HOLDOUT);
  };
  return (
    <Section
      name="selection"
      title={text('experiences.attribute.selection')}
      hint={text('experiences.selection.hint')}
    >
      <SelectionChoice value={selection} onChange={choose} disabled={locked('selection')} />
      <FrozenHint when={locked('selection')} />
      <Box paddingTop={5}>
        {selection === 'relevance' ? (
          <Flex direction="column" alignItems="stretch" gap={2}>
            <HoldoutField
              value={holdout}
              onChange={(value) => form.set('holdout', value)}
              disabled={locked('holdout')}
              error={errorOf('holdout')}
            />
            {isOn && holdout !== experience.holdout && (
              <Typography variant="pi" textColor="warning700" role="status">
                {text('experiences.holdout.running')}
              </Typography>
            )}
          </Flex>
        ) : (
          <Shares experience={experience} variants={variants} mayWrite={mayWrite} />
        )}
      </Box>
    </Section>
  );
}
