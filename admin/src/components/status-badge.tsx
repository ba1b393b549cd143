import { Status, Typography } from '@strapi/design-system';
import type { Experience } from '../../../src/model/experience';
import { useText } from '../hooks/use-text';

const COLORS = { draft: 'secondary', running: 'success', paused: 'warning', ended: 'neutral' } as const;

/** How far an experience is. */
export function StatusBadge({ status }: { status: Experience['status'] }) {
  const text = useText();
  return (
    <Status variant={COLORS[status]} size="S" width="min-content">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {text(`common.status.${status}`)}
      </Typography>
    </Status>
  );
}
