import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import type { Selection } from '../../../../src/model/experience';
import { useText } from '../../hooks/use-text';

const SELECTIONS: readonly Selection[] = ['relevance', 'split', 'adaptive'];

interface Props {
  readonly value: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly disabled?: boolean;
}

/** Who sees what: the three ways, each with the sentence that tells it from the others. */
export function SelectionChoice({ value, onChange, disabled }: Props) {
  const text = useText();
  const label = text('experiences.selection.title');
  return (
    <Radio.Group
      value={value}
      onValueChange={(chosen) => onChange(chosen as Selection)}
      disabled={disabled}
      aria-label={label}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        {SELECTIONS.map((selection) => (
          <Box key={selection}>
            <Radio.Item value={selection}>{text(`common.selection.${selection}`)}</Radio.Item>
            <Box paddingLeft={7} paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {text(`experiences.selection.${selection}.sentence`)}
              </Typography>
            </Box>
          </Box>
        ))}
      </Flex>
    </Radio.Group>
  );
}
