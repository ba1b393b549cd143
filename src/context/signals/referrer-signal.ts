import { LIMITS } from '../../foundation/limits';
import { splitUrl } from '../page-url';
import type { VisitorContext } from '../../model/visitor-context';

/** Labels that name a site wherever it is registered: `google` stands for google.de and www.google.co.uk alike. */
const SITES: readonly (readonly [type: string, names: ReadonlySet<string>])[] = [
  ['email', new Set(['mail', 'webmail', 'outlook', 'gmail', 'gmx', 'fastmail', 'protonmail'])],
  [
    'search',
    new Set(['google', 'bing', 'duckduckgo', 'yahoo', 'ecosia', 'qwant', 'startpage', 'yandex', 'baidu']),
  ],
  [
    'social',
    new Set([
      ...['facebook', 'instagram', 'linkedin', 'lnkd', 'twitter', 'youtube', 'tiktok', 'pinterest'],
      ...['reddit', 'xing', 'threads', 'bsky', 'mastodon', 'snapchat', 'whatsapp', 'telegram'],
    ]),
  ],
];

/** One-letter labels mean a site only as the registered name: t.co and x.com, not t.example.org. */
const SHORT_HOSTS: ReadonlySet<string> = new Set(['t.co', 'x.com', 'www.x.com']);

/** Kind and host of where the visitor came from; a page without referrer is *direct*, a bad one says nothing. */
export const referrerSignal = (referrer: string | undefined, ownHost: string | undefined): VisitorContext => {
  if (referrer === undefined) return {};
  if (referrer === '') return { referrer: { type: 'direct' } };
  const { host } = splitUrl(referrer);
  if (host === undefined || host.length > LIMITS.stringLength) return {};
  const page = referrer.length <= LIMITS.stringLength ? { page: { referrer } } : {};
  return { referrer: { type: host === ownHost ? 'internal' : typeOf(host), name: host }, ...page };
};

const typeOf = (host: string): string => {
  const labels = host.split('.').filter((label) => label.length > 1);
  for (const [type, names] of SITES) {
    if (labels.some((label) => names.has(label))) return type;
  }
  return SHORT_HOSTS.has(host) ? 'social' : 'other';
};
