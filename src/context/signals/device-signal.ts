import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';

const BOT = /bot\b|bot\/|crawl|spider|slurp|preview|headless|lighthouse|facebookexternalhit/i;
const TV = /smart-?tv|googletv|appletv|hbbtv|netcast|tizen.+tv|web0s|bravia|roku/i;
const TABLET = /ipad|tablet|kindle|silk\//i;
const MOBILE = /mobi|iphone|ipod|windows phone/i;

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/windows/i, 'Windows'],
  [/iphone|ipad|ipod/i, 'iOS'],
  [/mac os x|macintosh/i, 'macOS'],
  [/android/i, 'Android'],
  [/cros/i, 'ChromeOS'],
  [/linux/i, 'Linux'],
];

/** Chromium browsers name Chrome and Safari too, so the more particular come first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/edg(?:e|a|ios)?\/([\d.]+)/i, 'Edge'],
  [/opr\/([\d.]+)/i, 'Opera'],
  [/samsungbrowser\/([\d.]+)/i, 'Samsung Internet'],
  [/(?:firefox|fxios)\/([\d.]+)/i, 'Firefox'],
  [/(?:chrome|crios)\/([\d.]+)/i, 'Chrome'],
  [/version\/([\d.]+).*safari/i, 'Safari'],
];

/** Class of device, system and browser from client hints where sent, else from the user agent. */
export const deviceSignal = (headers: Readonly<Record<string, unknown>> | undefined): VisitorContext => {
  const userAgent = signalText(headers, 'user-agent') ?? '';
  const type = hintedType(headers, userAgent) ?? typeOf(userAgent);
  const system = hintedSystem(headers) ?? SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = browserOf(userAgent);
  return {
    ...(type ? { device: { type } } : {}),
    ...(system ? { os: { name: system } } : {}),
    ...(browser ? { browser } : {}),
  };
};

/** `?1` means mobile; `?0` says only "not a phone", so a television stays one. */
const hintedType = (headers: RequestHeaders, userAgent: string): string | undefined => {
  if (BOT.test(userAgent)) return 'bot';
  return signalText(headers, 'sec-ch-ua-mobile') === '?1' ? 'mobile' : undefined;
};

const hintedSystem = (headers: RequestHeaders): string | undefined => {
  const platform = signalText(headers, 'sec-ch-ua-platform')?.replaceAll('"', '');
  return platform && /^[A-Za-z ]{2,20}$/.test(platform)
    ? platform.replace(/^Chrome OS$/, 'ChromeOS')
    : undefined;
};

const typeOf = (userAgent: string): string | undefined => {
  if (userAgent === '') return undefined;
  if (TV.test(userAgent)) return 'tv';
  if (TABLET.test(userAgent) || (/android/i.test(userAgent) && !MOBILE.test(userAgent))) return 'tablet';
  return MOBILE.test(userAgent) ? 'mobile' : 'desktop';
};

const browserOf = (userAgent: string): { readonly name: string; readonly version: string } | undefined => {
  for (const [pattern, name] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version };
  }
  return undefined;
};

type RequestHeaders = Readonly<Record<string, unknown>> | undefined;
