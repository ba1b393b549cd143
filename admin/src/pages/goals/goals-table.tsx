import {
  Badge,
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
import { useIntl } from 'react-intl';
import { DEFAULT_GOAL } from '../../../../src/model/goal';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { GoalRecord } from '../../../../src/protocol/goals';
import { RowActions } from '../../components/row-actions';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';

interface Props {
  readonly goals: readonly GoalRecord[];
  readonly usesOf: (code: string) => readonly ExperienceRecord[];
  readonly onOpen: (code: string) => void;
  readonly onDelete: (goal: GoalRecord) => Promise<void>;
}

/** Every goal with what it counts. */
export function GoalsTable({ goals, usesOf, onOpen, onDelete }: Props) {
  const text = useText();
  const may = useMay();
  const say = useGoalText();
  return (
    <Table colCount={5} rowCount={goals.length + 1}>
      <Thead>
        <Tr>
          {(['common.name', 'goals.column.counts', 'goals.windowDays', 'goals.column.uses'] as const).map(
            (key) => (
              <Th key={key}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ),
          )}
          <Th>
            <VisuallyHidden>{text('common.edit')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {goals.map((goal) => {
          const isBuiltIn = goal.code === DEFAULT_GOAL.code;
          const uses = usesOf(goal.code);
          return (
            <Tr key={goal.code} onClick={() => onOpen(goal.code)} style={{ cursor: 'pointer' }}>
              <Td>
                <Flex gap={2}>
                  <Typography fontWeight="semiBold">{goal.name}</Typography>
                  {isBuiltIn && <Badge size="S">{text('goals.built-in')}</Badge>}
                </Flex>
              </Td>
              <Td maxWidth="40rem">
                <Typography style={{ whiteSpace: 'normal' }}>{say(goal)}</Typography>
              </Td>
              <Td>
                <Typography>{text('goals.window', { count: goal.windowDays })}</Typography>
              </Td>
              <Td maxWidth="28rem">
                <Typography
                  textColor={uses.length === 0 ? 'neutral500' : 'neutral800'}
                  style={{ whiteSpace: 'normal' }}
                >
                  {may('readExperiences')
                    ? uses.map(({ name }) => name).join(', ') || text('goals.uses.none')
                    : '–'}
                </Typography>
              </Td>
              <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>
                <RowActions
                  name={goal.name}
                  mayWrite={may('writeGoals')}
                  onOpen={() => onOpen(goal.code)}
                  onDelete={isBuiltIn ? undefined : () => onDelete(goal)}
                  deleteQuestion={text('goals.delete.question')}
                />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

/** What a goal counts, as a sentence. */
function useGoalText(): (goal: GoalRecord) => string {
  const text = useText();
  const { formatNumber } = useIntl();
  return (goal) => {
    const { kind, event, denominator = '', cap, currency, scope, direction } = goal;
    const parts = [
      text(`goals.counts.${kind}`, { event, denominator, currency: currency ?? text('goals.counts.plain') }),
      cap !== undefined && text('goals.counts.cap', { cap: formatNumber(cap) }),
      scope === 'visitor' && text('goals.counts.visitor'),
      text(`goals.counts.${direction}`),
    ];
    return parts.filter(Boolean).join(' ');
  };
}
