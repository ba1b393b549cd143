import { Accordion, Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { Arm, Report } from '../../../../src/reports/report-shape';
import { useText } from '../../hooks/use-text';
import { useNames } from './use-names';
import { useNumbers } from './use-numbers';

interface Props {
  readonly report: Report;
  readonly arms: readonly Arm[];
}

const COUNTS = ['units', 'exposures', 'interactions', 'conversions'] as const;

/** The same numbers by day, folded away: units by the day of their first view, all else by the day it happened. */
export function DaysTable({ report, arms }: Props) {
  const text = useText();
  const names = useNames(report.experience);
  const numbers = useNumbers();
  const rows = arms
    .flatMap((arm) => arm.days.map((day) => ({ arm, day })))
    .sort((a, b) => (a.day.day < b.day.day ? 1 : a.day.day > b.day.day ? -1 : 0));
  if (rows.length === 0) return null;
  return (
    <Accordion.Root>
      <Accordion.Item value="days">
        <Accordion.Header>
          <Accordion.Trigger>{text('results.by-day')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Box padding={2}>
            <Table colCount={COUNTS.length + 2} rowCount={rows.length + 1}>
              <Thead>
                <Tr>
                  {(['day', 'variant', ...COUNTS] as const).map((column) => (
                    <Th key={column}>
                      <Typography variant="sigma">{text(`results.column.${column}`)}</Typography>
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {rows.map(({ arm, day }) => (
                  <Tr key={`${day.day}-${arm.variant}-${arm.heldOut}`}>
                    <Td>
                      <Typography>{numbers.day(day.day)}</Typography>
                    </Td>
                    <Td>
                      <Typography>
                        {arm.heldOut ? text('results.arm.held-out') : names.variant(arm.variant)}
                      </Typography>
                    </Td>
                    {COUNTS.map((count) => (
                      <Td key={count}>
                        <Typography textColor="neutral800">{numbers.count(day[count])}</Typography>
                      </Td>
                    ))}
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </Box>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
