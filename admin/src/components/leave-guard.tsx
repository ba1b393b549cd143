import { useEffect } from 'react';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Dialog } from '@strapi/design-system';
import { useBlocker } from 'react-router-dom';
import { useText } from '../hooks/use-text';

/** Asks before a page with unsaved input is left, within the panel and out of it. */
export function LeaveGuard({ when }: { when: boolean }) {
  const text = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && blocker.reset()}>
      <ConfirmDialog title={text('common.leave.title')} onConfirm={() => blocker.proceed()}>
        {text('common.leave.question')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
