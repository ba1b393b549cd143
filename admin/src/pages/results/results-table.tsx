import { Badge, Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ResultSummary } from '../../../../src/protocol/reports';
import { StatusBadge } from '../../components/status-badge';
import { useText } from '../../hooks/use-text';
import { useNumbers } from './use-numbers';

const COLUMNS = ['experience', 'unit', 'units', 'exposures', 'interactions', 'conversions', 'value'] as const;

/** All experiences, one row for each kind of unit: their numbers are never added up. */
export function ResultsTable({ results }: { results: readonly ResultSummary[] }) {
  const text = useText();
  const numbers = useNumbers();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <Table colCount={COLUMNS.length} rowCount={results.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{text(`results.column.${column}`)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {results.flatMap((result) => {
            const rows = result.unitKinds.length > 0 ? result.unitKinds : [undefined];
            return rows.map((row, index) => (
              <Tr key={`${result.experience}-${row?.unitKind ?? 'none'}`}>
                <Td>{index === 0 && <ExperienceCell result={result} />}</Td>
                {row === undefined ? (
                  <Td colSpan={COLUMNS.length - 1}>
                    <Typography textColor="neutral600">{text('results.nothing-yet')}</Typography>
                  </Td>
                ) : (
                  [
                    text(`results.unit.${row.unitKind}`),
                    numbers.count(row.units),
                    numbers.count(row.exposures),
                    numbers.count(row.interactions),
                    numbers.count(row.conversions),
                    result.currency ? numbers.money(row.value, result.currency) : '–',
                  ].map((cell, column) => (
                    <Td key={COLUMNS[column + 1]}>
                      <Typography textColor="neutral800">{cell}</Typography>
                    </Td>
                  ))
                )}
              </Tr>
            ));
          })}
        </Tbody>
      </Table>
    </Box>
  );
}

function ExperienceCell({ result }: { result: ResultSummary }) {
  const text = useText();
  return (
    <Box paddingTop={3} paddingBottom={3}>
      <Typography
        tag={RouterLink}
        to={encodeURIComponent(result.experience)}
        fontWeight="semiBold"
        textColor="primary600"
        style={{ textDecoration: 'none' }}
      >
        {result.name}
      </Typography>
      <Box paddingTop={1} style={{ display: 'flex', gap: '0.8rem', alignItems: 'center' }}>
        <StatusBadge status={result.status} />
        <Badge>{text(`common.selection.${result.selection}`)}</Badge>
      </Box>
    </Box>
  );
}
