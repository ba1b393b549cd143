import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Plus } from '@strapi/icons';
import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useGetEntryContentsQuery } from '../api/entries';
import { useGetExperiencesQuery } from '../api/experiences';
import { QueryState } from '../components/query-state';
import { isBase } from '../content-manager/personalized-type';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { AddVariantDialog } from './add-variant-dialog';
import { ExperienceItem } from './experience-item';
import { PanelBox } from './panel-box';
import { useOpenDocument } from './use-open-document';

/** Beside a base entry: its personalizations and their variants, and the way to a new one. */
export const VariantsPanel: PanelComponent = (props) => {
  const text = useText();
  const may = useMay();
  const open = useOpenDocument(props);
  if (!open || !isBase(open.type.pluginOptions) || !may('readExperiences')) return null;
  const content =
    open.documentId === undefined ? (
      <Typography textColor="neutral600">{text('entry-panel.variants.unsaved')}</Typography>
    ) : (
      <Variants contentType={props.model} documentId={open.documentId} />
    );
  return { title: text('entry-panel.variants.title'), content };
};

function Variants(entry: BaseEntryRef) {
  const text = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const experiences = useGetExperiencesQuery({ ...entry, pageSize: 100 });
  const contents = useGetEntryContentsQuery(entry);
  return (
    <PanelBox>
      <QueryState query={experiences}>
        {({ data }) => (
          <QueryState query={contents}>
            {(written) =>
              data.length === 0 ? (
                <Typography textColor="neutral600">{text('entry-panel.variants.none')}</Typography>
              ) : (
                <>
                  {data.map((experience) => (
                    <ExperienceItem
                      key={experience.code}
                      entry={entry}
                      experience={experience}
                      contents={written.filter((content) => content.experience === experience.code)}
                    />
                  ))}
                </>
              )
            }
          </QueryState>
        )}
      </QueryState>
      {may('writeExperiences') && (
        <Button
          type="button"
          variant="secondary"
          fullWidth
          startIcon={<Plus />}
          onClick={() => setAdding(true)}
        >
          {text('entry-panel.variants.add')}
        </Button>
      )}
      {adding && (
        <AddVariantDialog
          entry={entry}
          ofEntry={experiences.data?.data ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </PanelBox>
  );
}
