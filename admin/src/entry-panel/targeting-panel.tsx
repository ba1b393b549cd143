import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { useGetEntryTargetingQuery } from '../api/entries';
import { QueryState } from '../components/query-state';
import { isBase } from '../content-manager/personalized-type';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { PanelBox } from './panel-box';
import { TargetingForm } from './targeting-form';
import { useOpenDocument } from './use-open-document';

/** Beside a base entry: what it is about, and who sees it in lists. */
export const TargetingPanel: PanelComponent = (props) => {
  const text = useText();
  const may = useMay();
  const open = useOpenDocument(props);
  if (!open || !isBase(open.type.pluginOptions) || !may('readEntries')) return null;
  const content =
    open.documentId === undefined ? (
      <Typography textColor="neutral600">{text('entry-panel.interests.unsaved')}</Typography>
    ) : (
      <Targeting
        contentType={props.model}
        documentId={open.documentId}
        inLists={open.type.kind === 'collectionType'}
      />
    );
  return { title: text('entry-panel.interests.title'), content };
};

function Targeting({ inLists, ...entry }: BaseEntryRef & { readonly inLists: boolean }) {
  const query = useGetEntryTargetingQuery(entry);
  return (
    <PanelBox>
      <QueryState query={query}>
        {(targeting) => (
          <TargetingForm
            key={`${entry.contentType}/${entry.documentId}`}
            targeting={targeting}
            inLists={inLists}
            refetch={() => query.refetch().unwrap()}
          />
        )}
      </QueryState>
    </PanelBox>
  );
}
