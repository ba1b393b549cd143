import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function InterestsPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.interests')} needs="readInterests">
      {null}
    </PageFrame>
  );
}
