import { Pagination as Pages } from '@strapi/strapi/admin';
import {
  Badge,
  Box,
  Flex,
  IconButton,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { ChevronRight } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Rule } from '../../../../src/model/rule';
import type { AudienceRecord } from '../../../../src/protocol/audiences';
import type { Pagination } from '../../../../src/protocol/records';
import { useGetAudienceUsesQuery } from '../../api/audiences';
import { useText } from '../../hooks/use-text';

interface Props {
  readonly audiences: readonly AudienceRecord[];
  readonly pagination: Pagination;
  readonly sentenceOf: (rule: Rule) => string;
}

/** One page of audiences. */
export function AudiencesTable({ audiences, pagination, sentenceOf }: Props) {
  const text = useText();
  const navigate = useNavigate();
  const open = (code: string) => navigate(`/plugins/contextual/audiences/${encodeURIComponent(code)}`);
  return (
    <Box>
      <Table colCount={4} rowCount={audiences.length + 1}>
        <Thead>
          <Tr>
            {(['common.name', 'audiences.column.rule', 'audiences.uses'] as const).map((key) => (
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
          {audiences.map(({ code, name, rule, internal }) => (
            <Tr key={code} onClick={() => open(code)} style={{ cursor: 'pointer' }}>
              <Td>
                <Flex gap={2}>
                  <Typography fontWeight="semiBold">{name}</Typography>
                  {internal && <Badge size="S">{text('audiences.internal.mark')}</Badge>}
                </Flex>
              </Td>
              <Td maxWidth="44rem">
                <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                  {sentenceOf(rule)}
                </Typography>
              </Td>
              <Td>
                <UseCount code={code} />
              </Td>
              <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>
                <Flex justifyContent="flex-end">
                  <IconButton
                    variant="ghost"
                    label={text('common.open', { name })}
                    onClick={() => open(code)}
                  >
                    <ChevronRight />
                  </IconButton>
                </Flex>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Pages.Root pageCount={Math.ceil(pagination.total / pagination.pageSize)} total={pagination.total}>
        <Pages.PageSize />
        <Pages.Links />
      </Pages.Root>
    </Box>
  );
}

/** In how many places an audience is used. */
function UseCount({ code }: { code: string }) {
  const text = useText();
  const { data, error } = useGetAudienceUsesQuery(code);
  const shown = error ? '–' : data === undefined ? '…' : text('audiences.uses.count', { count: data.length });
  return <Typography textColor={data?.length === 0 ? 'neutral500' : 'neutral800'}>{shown}</Typography>;
}
