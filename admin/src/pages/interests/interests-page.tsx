import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Searchbar, SearchForm } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { InterestGroup } from '../../../../src/model/interest-profile';
import type { InterestTagRecord } from '../../../../src/protocol/interest-tags';
import { useDeleteInterestTagMutation, useGetInterestTagsQuery } from '../../api/interest-tags';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { type Problem, readProblem, useProblemText } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { EditTagDialog, NewTagDialog } from './tag-dialog';
import { TagGroup } from './tag-group';
import { GROUPS, matchingTags } from './tag-tree';

/** As many as one page of a list may have; more interests than that nobody can choose from. */
const ALL = { pageSize: 500 };

/** What the dialog is open for. */
type Open = { readonly kind: 'new'; readonly group: InterestGroup } | { readonly kind: 'edit'; code: string };

/** Every interest, in its group. */
export function InterestsPage() {
  const text = useText();
  const say = useProblemText();
  const may = useMay();
  const { toggleNotification } = useNotification();
  const query = useGetInterestTagsQuery(ALL, { skip: !may('readInterests') });
  const [remove] = useDeleteInterestTagMutation();
  const [open, setOpen] = useState<Open>();
  const [search, setSearch] = useState('');
  const [refused, setRefused] = useState<{ name: string; problem: Problem }>();
  const mayWrite = may('writeInterests');
  const tags = query.data?.data ?? [];
  const edited = open?.kind === 'edit' ? tags.find(({ code }) => code === open.code) : undefined;

  const create = (group: InterestGroup) => setOpen({ kind: 'new', group });
  const tell = (message: string) => toggleNotification({ type: 'success', message });
  const saved = (message: string) => {
    setOpen(undefined);
    tell(message);
  };
  const refetchOne = async (code: string): Promise<InterestTagRecord> => {
    const { data } = await query.refetch().unwrap();
    const found = data.find((tag) => tag.code === code);
    if (!found) throw new Error(code);
    return found;
  };
  const onDelete = async ({ code, name }: InterestTagRecord) => {
    setRefused(undefined);
    try {
      await remove(code).unwrap();
      tell(text('common.deleted'));
    } catch (error) {
      setRefused({ name, problem: readProblem(error) });
      window.scrollTo({ top: 0, behavior: 'smooth' });
    }
  };

  const createButton = mayWrite && (
    <Button startIcon={<Plus />} size="S" onClick={() => create('topic')}>
      {text('interests.create')}
    </Button>
  );
  return (
    <PageFrame
      title={text('common.nav.interests')}
      subtitle={text('interests.subtitle')}
      needs="readInterests"
      primaryAction={createButton}
    >
      {refused && (
        <Notice variant="danger" title={`${refused.name}: ${text('common.not-deleted')}`}>
          {say(refused.problem)}
        </Notice>
      )}
      <QueryState query={query}>
        {({ data, meta }) => {
          if (data.length === 0) {
            return <EmptyState content={text('interests.empty')} action={createButton || undefined} />;
          }
          const shown = matchingTags(data, search);
          return (
            <>
              <Box maxWidth="36rem">
                <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
                  <Searchbar
                    name="search"
                    value={search}
                    clearLabel={text('common.clear')}
                    placeholder={text('interests.search')}
                    onClear={() => setSearch('')}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
                  >
                    {text('common.search')}
                  </Searchbar>
                </SearchForm>
              </Box>
              {meta.pagination.total > data.length && (
                <Notice variant="warning">{text('interests.more', { count: data.length })}</Notice>
              )}
              {shown.length === 0 && <EmptyState content={text('common.none-found')} />}
              {shown.length > 0 &&
                GROUPS.map((group) => (
                  <TagGroup
                    key={group}
                    group={group}
                    tags={shown}
                    all={data}
                    searching={search.trim() !== ''}
                    onOpen={(code) => setOpen({ kind: 'edit', code })}
                    onCreate={() => create(group)}
                    onDelete={onDelete}
                  />
                ))}
            </>
          );
        }}
      </QueryState>
      {open?.kind === 'new' && (
        <NewTagDialog
          group={open.group}
          tags={tags}
          onClose={() => setOpen(undefined)}
          onSaved={() => saved(text('common.created'))}
        />
      )}
      {edited && (
        <EditTagDialog
          key={edited.code}
          tag={edited}
          tags={tags}
          refetch={() => refetchOne(edited.code)}
          onClose={() => setOpen(undefined)}
          onSaved={() => saved(text('common.saved'))}
        />
      )}
    </PageFrame>
  );
}
