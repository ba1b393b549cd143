import { PageFrame } from '../../components/page-frame';
import { useText } from '../../hooks/use-text';

/** TODO of its maker. */
export function SettingsPage() {
  const text = useText();
  return (
    <PageFrame title={text('common.nav.settings')} needs="readSettings">
      {null}
    </PageFrame>
  );
}
