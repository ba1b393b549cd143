import {
  Box,
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { InterestGroup } from '../../../../src/model/interest-profile';
import type { InterestTagRecord } from '../../../../src/protocol/interest-tags';
import { RowActions } from '../../components/row-actions';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { tagTree } from './tag-tree';

interface Props {
  readonly group: InterestGroup;
  /** Those to be shown, of all groups. */
  readonly tags: readonly InterestTagRecord[];
  readonly all: readonly InterestTagRecord[];
  readonly searching: boolean;
  readonly onOpen: (code: string) => void;
  readonly onCreate: () => void;
  readonly onDelete: (tag: InterestTagRecord) => Promise<void>;
}

/** The interests of one group, each below its parent, and what the group is for. */
export function TagGroup({ group, tags, all, searching, onOpen, onCreate, onDelete }: Props) {
  const text = useText();
  const mayWrite = useMay()('writeInterests');
  const placed = tagTree(tags, group);
  if (placed.length === 0 && searching) return null;
  const nameOf = (code: string) =>
    all.find((tag) => tag.code === code)?.name ?? text('common.gone', { code });
  const isChildHere = (tag: InterestTagRecord) =>
    tag.parent !== undefined && placed.some((other) => other.tag.code === tag.parent);
  return (
    <Box tag="section" aria-label={text(`interests.group.${group}`)}>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4} paddingBottom={3}>
        <Box maxWidth="72rem">
          <Typography variant="delta" tag="h2">
            {text(`interests.group.${group}`)}
          </Typography>
          <Typography textColor="neutral600" tag="p">
            {text(`interests.group.${group}.hint`)}
          </Typography>
        </Box>
        {mayWrite && (
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            aria-label={text('interests.add.label', { group: text(`interests.group.${group}`) })}
            onClick={onCreate}
          >
            {text('interests.add')}
          </Button>
        )}
      </Flex>
      {placed.length === 0 ? (
        <Box background="neutral0" hasRadius borderColor="neutral150" padding={4}>
          <Typography textColor="neutral600">{text('interests.group.empty')}</Typography>
        </Box>
      ) : (
        <Table colCount={4} rowCount={placed.length + 1}>
          <Thead>
            <Tr>
              {(['common.name', 'common.description', 'common.code'] as const).map((key) => (
                <Th key={key}>
                  <Typography variant="sigma" textColor="neutral600">
                    {text(key)}
                  </Typography>
                </Th>
              ))}
              <Th>
                <VisuallyHidden>{text('common.edit')}</VisuallyHidden>
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {placed.map(({ tag, depth }) => (
              <Tr key={tag.code} onClick={() => onOpen(tag.code)} style={{ cursor: 'pointer' }}>
                <Td width="32%">
                  <Box style={{ paddingInlineStart: `${depth * 2.4}rem` }}>
                    <Typography fontWeight="semiBold" tag="p">
                      {tag.name}
                    </Typography>
                    {tag.parent !== undefined && !isChildHere(tag) && (
                      <Typography variant="pi" textColor="neutral600" tag="p">
                        {text('interests.below', { name: nameOf(tag.parent) })}
                      </Typography>
                    )}
                  </Box>
                </Td>
                <Td>
                  <Typography textColor="neutral800" ellipsis>
                    {tag.description ?? ''}
                  </Typography>
                </Td>
                <Td width="24%">
                  <Typography textColor="neutral600">{tag.code}</Typography>
                </Td>
                <Td width="10rem" onClick={(event: React.MouseEvent) => event.stopPropagation()}>
                  <RowActions
                    name={tag.name}
                    mayWrite={mayWrite}
                    onOpen={() => onOpen(tag.code)}
                    onDelete={() => onDelete(tag)}
                    deleteQuestion={text('interests.delete.question')}
                  />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Box>
  );
}
