import { BackButton } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { NavLink, useParams } from 'react-router-dom';
import { useGetExperienceQuery } from '../../api/experiences';
import { useGetResultQuery } from '../../api/results';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { StatusBadge } from '../../components/status-badge';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import type { TextKey } from '../../translations/en';
import type { Report } from '../../../../src/reports/report-shape';
import { UnitKindSection } from './unit-kind-section';
import { useNames } from './use-names';

/** The numbers of one experience. */
export function ResultPage() {
  const { code = '' } = useParams();
  const text = useText();
  const may = useMay();
  const names = useNames(code);
  const query = useGetResultQuery(code, { skip: !may('readResults') });
  // Only it knows whether there is a control group at all.
  const { data: experience } = useGetExperienceQuery(code, { skip: !may('readExperiences') });
  const { data: result } = query;
  return (
    <PageFrame
      title={result?.name ?? code}
      needs="readResults"
      subtitle={
        result &&
        `${text(`common.selection.${result.selection}`)} · ${text('results.goal', { goal: names.goal(result.goal) })}`
      }
      navigationAction={<BackButton fallback="/plugins/contextual/results" />}
      secondaryAction={result && <StatusBadge status={result.status} />}
      primaryAction={
        <Flex gap={2}>
          {may('readExperiences') && (
            <LinkButton
              tag={NavLink}
              to={`/plugins/contextual/experiences/${encodeURIComponent(code)}`}
              variant="tertiary"
            >
              {text('results.open-experience')}
            </LinkButton>
          )}
          <Button
            variant="secondary"
            startIcon={<ArrowClockwise />}
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {text('results.refresh')}
          </Button>
        </Flex>
      }
    >
      <QueryState query={query}>
        {(report) =>
          report.unitKinds.length === 0 ? (
            <EmptyState content={text('results.empty')} />
          ) : (
            <>
              <Notice>
                {text(comparisonText(report, experience?.holdout))} {text('results.no-verdict')}
              </Notice>
              {report.unitKinds.map((kind) => (
                <UnitKindSection key={kind.unitKind} report={report} kind={kind} />
              ))}
            </>
          )
        }
      </QueryState>
    </PageFrame>
  );
}

/** @param holdout of the experience in 1/10,000, where it is known */
function comparisonText({ comparison, selection }: Report, holdout: number | undefined): TextKey {
  if (comparison === 'none' && selection === 'relevance' && holdout === 0)
    return 'results.comparison.no-holdout';
  return `results.comparison.${comparison}`;
}
