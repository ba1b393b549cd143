import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function ExperiencesPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.experiences')} needs="readExperiences">
      {null}
    </PageFrame>
  );
}
