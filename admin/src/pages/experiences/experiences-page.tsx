import { useState } from 'react';
import { Pagination, SearchInput, useQueryParams } from '@strapi/strapi/admin';
import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useGetExperiencesQuery } from '../../api/experiences';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { CreateExperience } from './create-experience';
import { ExperiencesTable } from './experiences-table';

/** What the list is narrowed to; ended ones are shown when asked for, so that they are in nobody's way. */
const FILTERS = {
  current: 'draft,running,paused',
  running: 'running',
  paused: 'paused',
  draft: 'draft',
  ended: 'ended',
} as const;

type Filter = keyof typeof FILTERS;

const isFilter = (value: unknown): value is Filter => typeof value === 'string' && value in FILTERS;

/** Every personalization, and the way to a new one. */
export function ExperiencesPage() {
  const text = useText();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const create = may('writeExperiences') && (
    <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
      {text('experiences.create')}
    </Button>
  );
  return (
    <PageFrame
      title={text('common.nav.experiences')}
      subtitle={text('experiences.subtitle')}
      needs="readExperiences"
      primaryAction={create}
    >
      <ExperienceList create={create} />
      <CreateExperience open={creating} onClose={() => setCreating(false)} />
    </PageFrame>
  );
}

function ExperienceList({ create }: { create: React.ReactNode }) {
  const text = useText();
  const [{ query }, setQuery] = useQueryParams<ListParams>({ page: '1', pageSize: '20' });
  const filter = isFilter(query?.status) ? query.status : 'current';
  const search = query?._q ?? '';
  const experiences = useGetExperiencesQuery({
    page: Number(query?.page) || 1,
    pageSize: Number(query?.pageSize) || 20,
    status: FILTERS[filter],
    ...(search && { search }),
  });
  const isNarrowed = search !== '' || filter !== 'current';
  return (
    <Box>
      <Flex gap={2} paddingBottom={4}>
        <SearchInput label={text('common.search')} placeholder={text('experiences.search')} />
        <SingleSelect
          size="S"
          aria-label={text('common.status')}
          value={filter}
          onChange={(status: string | number) => setQuery({ status: String(status), page: '1' })}
        >
          {(Object.keys(FILTERS) as Filter[]).map((name) => (
            <SingleSelectOption key={name} value={name}>
              {text(name === 'current' ? 'experiences.filter.current' : `common.status.${name}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Flex>
      <QueryState query={experiences}>
        {({ data, meta }) => {
          if (data.length === 0) {
            return isNarrowed ? (
              <EmptyState content={text('common.none-found')} />
            ) : (
              <EmptyState content={text('experiences.empty')} action={create} />
            );
          }
          const { total, pageSize } = meta.pagination;
          return (
            <>
              <ExperiencesTable experiences={data} />
              <Pagination.Root pageCount={Math.ceil(total / pageSize)} total={total}>
                <Pagination.PageSize options={['20', '50', '100']} />
                <Pagination.Links />
              </Pagination.Root>
            </>
          );
        }}
      </QueryState>
    </Box>
  );
}

interface ListParams {
  readonly page?: string;
  readonly pageSize?: string;
  readonly _q?: string;
  readonly status?: string;
}
