import { Box, Flex, Typography } from '@strapi/design-system';
import type { ComparedGroup, Report, UnitKindReport } from '../../../../src/reports/report-shape';
import { useText } from '../../hooks/use-text';
import { ArmsTable } from './arms-table';
import { DaysTable } from './days-table';
import { useNames } from './use-names';

/** Everything that was counted by one kind of unit. */
export function UnitKindSection({ report, kind }: { report: Report; kind: UnitKindReport }) {
  const text = useText();
  return (
    <Box tag="section" background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Typography variant="beta" tag="h2">
        {text(`results.units.${kind.unitKind}`)}
      </Typography>
      {kind.unitKind === 'page-visit' && <Note>{text('results.units.page-visit.hint')}</Note>}
      <Flex direction="column" alignItems="stretch" gap={6} paddingTop={4}>
        {kind.groups.map((group) => (
          <Group key={group.wouldBe ?? 'all'} report={report} group={group} />
        ))}
      </Flex>
      {kind.reach > 0 && <Note>{text('results.reach', { count: kind.reach })}</Note>}
      {kind.unverified > 0 && <Note>{text('results.unverified', { count: kind.unverified })}</Note>}
    </Box>
  );
}

function Group({ report, group }: { report: Report; group: ComparedGroup }) {
  const text = useText();
  const names = useNames(report.experience);
  const title =
    group.wouldBe === null
      ? text('results.group.all')
      : text('results.group.would-be', { variant: names.variant(group.wouldBe) });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {title}
      </Typography>
      <ArmsTable report={report} arms={group.arms} />
      {!group.comparable && <Note>{text('results.group.not-comparable')}</Note>}
      <DaysTable report={report} arms={group.arms} />
    </Flex>
  );
}

const Note = ({ children }: { children: string }) => (
  <Box paddingTop={2}>
    <Typography variant="pi" textColor="neutral600" tag="p">
      {children}
    </Typography>
  </Box>
);
