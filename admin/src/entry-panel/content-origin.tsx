import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { StatusBadge } from '../components/status-badge';
import { entryPath, useLocale } from '../content-manager/entry-path';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import type { VariantContentOrigin } from '../../../src/protocol/entry-variants';
import { PanelLink } from './panel-link';
import { useEntry } from './use-entry';

/** Whose content this is, and who gets it. */
export function ContentOrigin({ origin }: { origin: VariantContentOrigin }) {
  const text = useText();
  const may = useMay();
  const locale = useLocale();
  const { entry, experience, variant, audiences } = origin;
  const { title, collection, localized } = useEntry(entry);
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
      <Fact name={text('entry-panel.content.entry')}>
        <PanelLink to={entryPath(collection, entry, localized ? locale : null)}>
          {title ?? entry.documentId}
        </PanelLink>
      </Fact>
      <Fact name={text('entry-panel.content.experience')}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
          {may('readExperiences') ? (
            <PanelLink to={`/plugins/contextual/experiences/${experience.code}`}>{experience.name}</PanelLink>
          ) : (
            experience.name
          )}
          <StatusBadge status={experience.status} />
        </Flex>
      </Fact>
      <Fact name={text('entry-panel.content.variant')}>
        {variant.name}
        {!variant.enabled && (
          <Typography variant="pi" textColor="warning600">
            {` ${text('entry-panel.variants.switched-off')}`}
          </Typography>
        )}
      </Fact>
      <Fact name={text('entry-panel.content.audiences')}>
        {audiences.length > 0
          ? audiences.map(({ name }) => name).join(', ')
          : text(
              experience.selection === 'relevance' ? 'entry-panel.variants.by-interest' : 'common.everyone',
            )}
      </Fact>
    </Flex>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography tag="dt" variant="pi" fontWeight="bold">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'break-word' }}>
      {children}
    </Typography>
  </Flex>
);
