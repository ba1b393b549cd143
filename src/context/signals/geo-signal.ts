import { LIMITS } from '../../foundation/limits';
import { numberValue } from '../attribute-value';
import { decode } from '../page-url';
import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';
import type { GeoNetwork } from './request-signals';

type LocationPart = 'country' | 'region' | 'city' | 'postalCode' | 'continent' | 'latitude' | 'longitude';
type GeoHeaders = Readonly<Partial<Record<LocationPart | 'timezone', string>>>;

/** Header names as the networks document them. */
const HEADERS: Readonly<Record<GeoNetwork, GeoHeaders>> = {
  cloudflare: {
    country: 'cf-ipcountry',
    region: 'cf-region-code',
    city: 'cf-ipcity',
    postalCode: 'cf-postal-code',
    continent: 'cf-ipcontinent',
    latitude: 'cf-iplatitude',
    longitude: 'cf-iplongitude',
    timezone: 'cf-timezone',
  },
  vercel: {
    country: 'x-vercel-ip-country',
    region: 'x-vercel-ip-country-region',
    city: 'x-vercel-ip-city',
    postalCode: 'x-vercel-ip-postal-code',
    continent: 'x-vercel-ip-continent',
    latitude: 'x-vercel-ip-latitude',
    longitude: 'x-vercel-ip-longitude',
    timezone: 'x-vercel-ip-timezone',
  },
  cloudfront: {
    country: 'cloudfront-viewer-country',
    region: 'cloudfront-viewer-country-region',
    city: 'cloudfront-viewer-city',
    postalCode: 'cloudfront-viewer-postal-code',
    latitude: 'cloudfront-viewer-latitude',
    longitude: 'cloudfront-viewer-longitude',
    timezone: 'cloudfront-viewer-time-zone',
  },
};

/** Cloudflare's codes for "unknown" and for the Tor network, which is no country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['XX', 'T1']);

/** Location and time zone from the headers of a trusted network; anybody can send them, so never from another. */
export const geoSignal = (
  headers: Readonly<Record<string, unknown>> | undefined,
  network: GeoNetwork | false | undefined,
): VisitorContext => {
  const names = network ? HEADERS[network] : undefined;
  if (!names) return {};
  const { timezone, ...parts } = names;
  const location: Partial<Record<LocationPart, string | number>> = {};
  for (const [part, header] of Object.entries(parts) as [LocationPart, string][]) {
    const value = partValue(part, signalText(headers, header));
    if (value !== undefined) location[part] = value;
  }
  const zone = timezone && signalText(headers, timezone);
  return {
    ...(Object.keys(location).length > 0 ? { location: location as VisitorContext['location'] } : {}),
    ...(zone && /^[A-Za-z0-9_+/-]{1,64}$/.test(zone) ? { timezone: zone } : {}),
  };
};

const partValue = (part: LocationPart, text: string | undefined): string | number | undefined => {
  if (text === undefined || text.length > LIMITS.stringLength) return undefined;
  if (part === 'latitude' || part === 'longitude') return numberValue(text);
  if (part !== 'country') return decode(text);
  const country = text.toUpperCase();
  return /^[A-Z]{2}$/.test(country) && !NO_COUNTRY.has(country) ? country : undefined;
};
