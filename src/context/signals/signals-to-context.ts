import { mergeContext } from '../merge-context';
import { parseContext } from '../parse-context';
import { splitUrl } from '../page-url';
import { campaignSignal } from './campaign-signal';
import { deviceSignal } from './device-signal';
import { geoSignal } from './geo-signal';
import { languageSignal } from './language-signal';
import { preferenceSignal } from './preference-signal';
import { privacySignal } from './privacy-signal';
import { referrerSignal } from './referrer-signal';
import type { VisitorContext } from '../../model/visitor-context';
import type { RequestSignals } from './request-signals';

/** What a request tells by itself, as a partial context. Total: a signal that cannot be read says nothing. */
export const signalsToContext = (signals: RequestSignals): VisitorContext => {
  const { headers } = signals;
  const page = signals.pageUrl === undefined ? undefined : splitUrl(signals.pageUrl);
  const parts: readonly VisitorContext[] = [
    signals.pageUrl === undefined ? {} : { page: { url: signals.pageUrl, ...page } },
    campaignSignal(signals.query ?? page?.query),
    referrerSignal(signals.referrer, page?.host),
    languageSignal(headers),
    deviceSignal(headers),
    preferenceSignal(headers),
    privacySignal(headers),
    geoSignal(headers, signals.trustGeoHeaders),
  ];
  const parsed = parseContext(parts.reduce(mergeContext, {}));
  return parsed.ok ? parsed.value : {};
};
