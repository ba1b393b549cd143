import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { useGetContentOriginQuery } from '../api/entries';
import { QueryState } from '../components/query-state';
import { baseOf } from '../content-manager/personalized-type';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { ContentOrigin } from './content-origin';
import { Fills } from './fills';
import { OrphanContent } from './orphan-content';
import { PanelBox } from './panel-box';
import { useOpenDocument } from './use-open-document';

/** Beside variant content: of which entry, personalization and variant it is, and what of the entry it fills. */
export const VariantContentPanel: PanelComponent = (props) => {
  const text = useText();
  const may = useMay();
  const open = useOpenDocument(props);
  const base = baseOf(open?.type.pluginOptions);
  if (!open || !base) return null;
  // Whose it is, only they learn who may see personalizations; what it fills is in the form before them.
  const content = !may('readExperiences') ? (
    <PanelBox>
      <Fills model={props.model} />
    </PanelBox>
  ) : open.documentId === undefined ? (
    <Typography textColor="neutral600">{text('entry-panel.content.unsaved')}</Typography>
  ) : (
    <VariantContent model={props.model} base={base} documentId={open.documentId} />
  );
  return { title: text('entry-panel.content.title'), content };
};

function VariantContent({ model, base, documentId }: { model: string; base: string; documentId: string }) {
  const content = { contentType: model, documentId };
  const query = useGetContentOriginQuery(content);
  return (
    <PanelBox>
      <QueryState query={query}>
        {(origin) =>
          origin ? (
            <>
              <ContentOrigin origin={origin} />
              <Fills model={model} entry={origin.entry} />
            </>
          ) : (
            <OrphanContent content={content} base={base} />
          )
        }
      </QueryState>
    </PanelBox>
  );
}
