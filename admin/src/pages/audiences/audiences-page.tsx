import { SearchInput, useQueryParams } from '@strapi/strapi/admin';
import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { useGetAudiencesQuery } from '../../api/audiences';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { AudiencesTable } from './audiences-table';
import { Starters } from './starters';
import { useRuleSentence } from './use-rule-sentence';

/** As many as the panel's other lists show. */
const PAGE_SIZE = 10;
const NEW_PATH = '/plugins/contextual/audiences/_new';

/** Every audience with its rule in words. */
export function AudiencesPage() {
  const text = useText();
  const may = useMay();
  const [{ query: asked }] = useQueryParams<{ page?: string; pageSize?: string; _q?: string }>();
  const search = decode(asked?._q ?? '');
  const query = useGetAudiencesQuery(
    {
      page: Number(asked?.page ?? 1),
      pageSize: Number(asked?.pageSize ?? PAGE_SIZE),
      ...(search !== '' && { search }),
    },
    { skip: !may('readAudiences') },
  );
  // Asked for here, beside the list: the names that sentences need come before what each row asks for.
  const sentenceOf = useRuleSentence();
  const create = may('writeAudiences') && (
    <LinkButton tag={NavLink} to={NEW_PATH} startIcon={<Plus />} size="S">
      {text('audiences.create')}
    </LinkButton>
  );
  return (
    <PageFrame
      title={text('common.nav.audiences')}
      subtitle={text('audiences.subtitle')}
      needs="readAudiences"
      primaryAction={create}
    >
      <Flex>
        <SearchInput label={text('common.search')} placeholder={text('audiences.search')} />
      </Flex>
      <QueryState query={query}>
        {({ data, meta }) => {
          if (data.length > 0)
            return <AudiencesTable audiences={data} pagination={meta.pagination} sentenceOf={sentenceOf} />;
          if (search !== '') return <EmptyState content={text('common.none-found')} />;
          return (
            <>
              <EmptyState content={text('audiences.empty')} action={create || undefined} />
              {may('writeAudiences') && <Starters />}
            </>
          );
        }}
      </QueryState>
    </PageFrame>
  );
}

/** Strapi's search input encodes what it puts into the address once more. */
function decode(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    return search;
  }
}
