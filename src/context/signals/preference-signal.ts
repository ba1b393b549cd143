import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';

const EFFECTIVE_TYPES: ReadonlySet<string> = new Set(['slow-2g', '2g', '3g', '4g']);

/** Display preferences and connection from the client hints that browsers send. */
export const preferenceSignal = (headers: Readonly<Record<string, unknown>> | undefined): VisitorContext => {
  const colorScheme = signalText(headers, 'sec-ch-prefers-color-scheme')?.replaceAll('"', '');
  const motion = signalText(headers, 'sec-ch-prefers-reduced-motion')?.replaceAll('"', '');
  const effectiveType = signalText(headers, 'ect');
  const preferences = {
    ...(colorScheme === 'light' || colorScheme === 'dark' ? { colorScheme } : {}),
    ...(motion === undefined ? {} : { reducedMotion: motion === 'reduce' }),
    ...(signalText(headers, 'save-data')?.toLowerCase() === 'on' ? { saveData: true } : {}),
  };
  return {
    ...(Object.keys(preferences).length > 0 ? { preferences } : {}),
    ...(effectiveType && EFFECTIVE_TYPES.has(effectiveType) ? { network: { effectiveType } } : {}),
  };
};
