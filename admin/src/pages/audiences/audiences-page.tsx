import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function AudiencesPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.audiences')} needs="readAudiences">
      {null}
    </PageFrame>
  );
}
