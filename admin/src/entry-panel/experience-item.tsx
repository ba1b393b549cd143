import { Box, Flex, Typography } from '@strapi/design-system';
import { useGetVariantsQuery } from '../api/variants';
import { PanelLink } from './panel-link';
import { QueryState } from '../components/query-state';
import { StatusBadge } from '../components/status-badge';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef, ExperienceRecord } from '../../../src/protocol/experiences';
import type { VariantContentRecord } from '../../../src/protocol/variants';
import { VariantItem } from './variant-item';

interface Props {
  readonly entry: BaseEntryRef;
  readonly experience: ExperienceRecord;
  /** Of this experience, for this entry. */
  readonly contents: readonly VariantContentRecord[];
}

/** A personalization of an entry: how far it is, where its results are, and its variants. */
export function ExperienceItem({ entry, experience, contents }: Props) {
  const text = useText();
  const may = useMay();
  const variants = useGetVariantsQuery(experience.code);
  const page = `/plugins/contextual`;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} tag="section" aria-label={experience.name}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <PanelLink to={`${page}/experiences/${experience.code}`}>{experience.name}</PanelLink>
        <StatusBadge status={experience.status} />
      </Flex>
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="pi" textColor="neutral600">
          {text(`common.selection.${experience.selection}`)}
        </Typography>
        {experience.status !== 'draft' && may('readResults') && (
          <Box style={{ flexShrink: 0 }}>
            <PanelLink to={`${page}/results/${experience.code}`}>
              {text('entry-panel.variants.results')}
            </PanelLink>
          </Box>
        )}
      </Flex>
      <Box paddingLeft={3} borderWidth="0 0 0 2px" borderStyle="solid" borderColor="neutral200">
        <QueryState query={variants}>
          {(all) => (
            <Flex direction="column" alignItems="stretch" gap={3} tag="ul">
              {all.length === 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {text('entry-panel.variants.no-variants')}
                </Typography>
              )}
              {all.map((variant) => (
                <VariantItem
                  key={variant.code}
                  entry={entry}
                  experience={experience}
                  variant={variant}
                  content={contents.find((content) => content.variant === variant.code)}
                />
              ))}
            </Flex>
          )}
        </QueryState>
      </Box>
    </Flex>
  );
}
