import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useGetResultsQuery } from '../../api/results';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { NotCounted } from './not-counted';
import { ResultsTable } from './results-table';

/** What was counted of every experience. */
export function ResultsPage() {
  const text = useText();
  const may = useMay();
  const query = useGetResultsQuery(undefined, { skip: !may('readResults') });
  return (
    <PageFrame
      title={text('common.nav.results')}
      subtitle={text('results.subtitle')}
      needs="readResults"
      primaryAction={
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {text('results.refresh')}
        </Button>
      }
    >
      <QueryState query={query}>
        {({ data, meta }) => {
          if (data.length === 0) return <EmptyState content={text('results.no-experiences')} />;
          const counted = data.some(({ unitKinds }) => unitKinds.length > 0);
          return (
            <>
              <Notice>{text(counted ? 'results.no-verdict' : 'results.empty')}</Notice>
              <ResultsTable results={data} />
              <NotCounted reasons={meta.notCounted} />
            </>
          );
        }}
      </QueryState>
    </PageFrame>
  );
}
