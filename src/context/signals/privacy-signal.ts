import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';

/** Global Privacy Control or Do Not Track, both kept as `consent.gpc`: either means no consent. */
export const privacySignal = (headers: Readonly<Record<string, unknown>> | undefined): VisitorContext =>
  signalText(headers, 'sec-gpc') === '1' || signalText(headers, 'dnt') === '1'
    ? { consent: { gpc: true } }
    : {};
