import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function ResultPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.results')} needs="readResults">
      {null}
    </PageFrame>
  );
}
