import { Badge, Tooltip, Typography } from '@strapi/design-system';
import type { ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import { useGetExperiencesQuery } from '../api/experiences';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { getTranslation } from '../translations/get-translation';
import { isBase } from './personalized-type';

/** What the hook of the list view hands from plugin to plugin. */
interface Columns {
  readonly displayedHeaders: readonly ListFieldLayout[];
  readonly layout: ListLayout;
}

/** Adds a column to lists of base entries: which of them are personalized. */
export function addColumn<T extends Columns>(columns: T): T {
  if (!isBase(columns.layout.options)) return columns;
  const column = {
    name: 'contextual',
    label: { id: getTranslation('entry-panel.column'), defaultMessage: 'Personalized' },
    attribute: { type: 'custom' },
    searchable: false,
    sortable: false,
    cellFormatter: (
      { documentId }: { documentId: string },
      _header: unknown,
      { model }: { model: string },
    ) => <Personalized contentType={model} documentId={documentId} />,
  } as unknown as ListFieldLayout;
  return { ...columns, displayedHeaders: [...columns.displayedHeaders, column] };
}

/** One call of all cells together: experiences name their entries. */
function Personalized({ contentType, documentId }: { contentType: string; documentId: string }) {
  const text = useText();
  const may = useMay();
  const { data } = useGetExperiencesQuery({ pageSize: 500 }, { skip: !may('readExperiences') });
  const mine = (data?.data ?? []).filter(
    ({ status, entries }) =>
      status !== 'ended' &&
      entries.some((entry) => entry.contentType === contentType && entry.documentId === documentId),
  );
  if (mine.length === 0) return <Typography textColor="neutral600">–</Typography>;
  const running = mine.filter(({ status }) => status === 'running').length;
  return (
    <Tooltip label={mine.map(({ name }) => name).join(', ')}>
      <Badge active={running > 0}>{text('entry-panel.column.count', { count: mine.length, running })}</Badge>
    </Tooltip>
  );
}
