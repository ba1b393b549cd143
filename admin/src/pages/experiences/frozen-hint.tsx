import { createContext, useContext } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { Experience } from '../../../../src/model/experience';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';

/** How far the experience is whose page this is. */
export const StatusContext = createContext<Experience['status']>('draft');

/** Why a part of the page cannot be changed any more; a role that may change nothing was told so above. */
export function FrozenHint({ when }: { when: boolean }) {
  const text = useText();
  const may = useMay();
  const status = useContext(StatusContext);
  if (!when || status === 'draft' || !may('writeExperiences')) return null;
  return (
    <Box paddingTop={3}>
      <Typography variant="pi" textColor="neutral600">
        {text(status === 'ended' ? 'experiences.frozen.ended' : 'experiences.frozen.started')}
      </Typography>
    </Box>
  );
}
