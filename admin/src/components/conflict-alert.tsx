import { Box, Button, Flex } from '@strapi/design-system';
import { useText } from '../hooks/use-text';
import { Notice } from './notice';

interface Props {
  /** Labels of the attributes that the other person changed. */
  readonly attributes: readonly string[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Two people edited one record: says what the other one changed and asks, so nothing is overwritten silently. */
export function ConflictAlert({ attributes, onTakeTheirs, onKeepMine }: Props) {
  const text = useText();
  return (
    <Notice variant="warning" title={text('common.conflict.title')}>
      {attributes.length > 0
        ? text('common.conflict.changed', { attributes: attributes.join(', ') })
        : text('common.conflict.same')}
      <Box paddingTop={3}>
        <Flex gap={2}>
          <Button size="S" variant="secondary" onClick={onKeepMine}>
            {text('common.conflict.keep-mine')}
          </Button>
          <Button size="S" variant="tertiary" onClick={onTakeTheirs}>
            {text('common.conflict.take-theirs')}
          </Button>
        </Flex>
      </Box>
    </Notice>
  );
}
