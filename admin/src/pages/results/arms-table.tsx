import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { BASE } from '../../../../src/model/experience';
import type { Arm, Report } from '../../../../src/reports/report-shape';
import { useText } from '../../hooks/use-text';
import { useNames } from './use-names';
import { useNumbers } from './use-numbers';

interface Props {
  readonly report: Report;
  readonly arms: readonly Arm[];
}

/** Units that may be compared, side by side: what they saw, and how many of them reached the goal. */
export function ArmsTable({ report, arms }: Props) {
  const text = useText();
  const names = useNames(report.experience);
  const numbers = useNumbers();
  const kind = names.kindOfGoal(report.goal) ?? (report.currency ? 'value' : 'rate');
  const reached = kind === 'rate' ? 'rate' : kind === 'value' ? 'value-per-unit' : 'ratio';
  const columns = [
    'variant',
    'units',
    'exposures',
    'interactions',
    'conversions',
    reached,
    'multiple',
  ] as const;

  const outcome = (arm: Arm): string => {
    const goal = arm.goals.find(({ goal: code }) => code === report.goal);
    const total = goal?.total ?? 0;
    if (kind === 'ratio') return goal && goal.denominator > 0 ? numbers.count(total / goal.denominator) : '–';
    if (arm.units === 0) return '–';
    if (kind === 'value') return numbers.money(total / arm.units, report.currency);
    return text('results.of', {
      count: numbers.count(total),
      all: numbers.count(arm.units),
      share: numbers.share(total / arm.units),
    });
  };

  return (
    <Table colCount={columns.length} rowCount={arms.length + 1}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{text(`results.column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {inReadingOrder(arms).map((arm) => (
          <Tr key={`${arm.variant}-${arm.heldOut}`}>
            <Td>
              <Typography fontWeight="semiBold">
                {arm.heldOut ? text('results.arm.held-out') : names.variant(arm.variant)}
              </Typography>
            </Td>
            {[
              numbers.count(arm.units),
              numbers.count(arm.exposures),
              numbers.count(arm.interactions),
              numbers.count(arm.conversions),
              outcome(arm),
              numbers.count(arm.multiple),
            ].map((cell, index) => (
              <Td key={columns[index + 1]}>
                <Typography textColor="neutral800">{cell}</Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** The default first in a test of equals; the control group below what it is the measure of. */
const inReadingOrder = (arms: readonly Arm[]): Arm[] =>
  [...arms].sort(
    (a, b) =>
      Number(a.heldOut) - Number(b.heldOut) || Number(b.variant === BASE) - Number(a.variant === BASE),
  );
