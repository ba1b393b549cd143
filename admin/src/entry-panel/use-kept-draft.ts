import { useEffect, useRef } from 'react';
import type { RecordForm } from '../hooks/use-record-form';

/** Unsaved input by what it is of. */
const DRAFTS = new Map<string, unknown>();

/**
 * Keeps unsaved input of a form while the editor is elsewhere in the panel. React Router knows one guard at a time,
 * and the edit view has it for its own form; so ours does not ask before leaving, it is still there after it.
 */
export function useKeptDraft<F extends object>(key: string, form: RecordForm<F>): void {
  const kept = useRef(DRAFTS.get(key) as F | undefined);
  const { values, dirty } = form;
  useEffect(() => {
    const draft = kept.current;
    kept.current = undefined;
    if (draft) {
      for (const name of Object.keys(draft) as (keyof F)[]) form.set(name, draft[name]);
    } else if (dirty) DRAFTS.set(key, values);
    else DRAFTS.delete(key);
    // The values stand for the form, whose functions are made anew at every render.
  }, [key, dirty, values]);
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
