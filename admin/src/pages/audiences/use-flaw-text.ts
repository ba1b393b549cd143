import { useCallback } from 'react';
import { useText } from '../../hooks/use-text';
import type { JsonFlaw } from './read-json';

/** Says why a text is not JSON, and where. */
export function useFlawText(): (flaw: JsonFlaw) => string {
  const text = useText();
  return useCallback(
    ({ kind, ...place }) => {
      const sentence = text(`audiences.json.${kind}`, place);
      return kind === 'empty' ? sentence : `${text('audiences.json.place', place)} ${sentence}`;
    },
    [text],
  );
}
