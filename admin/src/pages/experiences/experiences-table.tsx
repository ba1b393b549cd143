import { Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import { StatusBadge } from '../../components/status-badge';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useText } from '../../hooks/use-text';
import { toWallTime } from './wall-time';

const COLUMNS = [
  'common.name',
  'experiences.column.selection',
  'common.status',
  'experiences.column.entries',
  'experiences.column.variants',
  'experiences.column.dates',
  'common.updated-at',
] as const;

/** One line for each experience; a click anywhere on it opens it, the name is the link for keyboards. */
export function ExperiencesTable({ experiences }: { experiences: readonly ExperienceRecord[] }) {
  const text = useText();
  const navigate = useNavigate();
  const { formatDate } = useIntl();
  const { titleOf } = useEntryTitles(experiences.flatMap(({ entries }) => entries.slice(0, 1)));
  return (
    <Table colCount={COLUMNS.length} rowCount={experiences.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {text(column)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {experiences.map((experience) => {
          const { code, name, status, selection, entries, variantCount, updatedAt } = experience;
          const [first] = entries;
          return (
            <Tr key={code} onClick={() => navigate(code)} style={{ cursor: 'pointer' }}>
              <Td style={{ maxWidth: '22rem' }}>
                <Typography
                  tag={Link}
                  to={code}
                  onClick={(event: React.MouseEvent) => event.stopPropagation()}
                  fontWeight="semiBold"
                  textColor="neutral800"
                  ellipsis
                  style={{ textDecoration: 'none', display: 'block' }}
                >
                  {name}
                </Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">{text(`common.selection.${selection}`)}</Typography>
              </Td>
              <Td>
                <StatusBadge status={status} />
              </Td>
              <Td style={{ maxWidth: '18rem' }}>
                <Flex direction="column" alignItems="stretch">
                  <Typography textColor={first ? 'neutral800' : 'neutral600'} ellipsis>
                    {first ? titleOf(first) : text('experiences.entries.none')}
                  </Typography>
                  {entries.length > 1 && (
                    <Typography variant="pi" textColor="neutral600">
                      {text('experiences.entries.more', { count: entries.length - 1 })}
                    </Typography>
                  )}
                </Flex>
              </Td>
              <Td>
                <Typography textColor="neutral800">{variantCount}</Typography>
              </Td>
              <Td>
                <Dates experience={experience} />
              </Td>
              <Td>
                <Typography textColor="neutral800">
                  {formatDate(updatedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </Typography>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

/** The days of the schedule as its zone's calendar has them, or when it really ended. */
function Dates({ experience }: { experience: ExperienceRecord }) {
  const text = useText();
  const { formatDate } = useIntl();
  const { startsAt = '', endsAt = '', endedAt, timeZone } = experience;
  const day = (moment: string) =>
    formatDate(`${toWallTime(moment, timeZone)}:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  const lines = [
    ...(startsAt ? [text('experiences.dates.from', { date: day(startsAt) })] : []),
    ...(endedAt
      ? [text('experiences.dates.ended', { date: formatDate(endedAt, { dateStyle: 'medium' }) })]
      : endsAt
        ? [text('experiences.dates.until', { date: day(endsAt) })]
        : []),
  ];
  return (
    <Flex direction="column" alignItems="flex-start">
      {lines.map((line) => (
        <Typography key={line} textColor="neutral800">
          {line}
        </Typography>
      ))}
      {lines.length === 0 && <Typography textColor="neutral600">–</Typography>}
    </Flex>
  );
}
