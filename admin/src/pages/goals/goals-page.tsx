import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function GoalsPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.goals')} needs="readGoals">
      {null}
    </PageFrame>
  );
}
