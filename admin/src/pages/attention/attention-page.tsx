import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function AttentionPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.attention')} needs="readExperiences">
      {null}
    </PageFrame>
  );
}
