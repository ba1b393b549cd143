import { LIMITS } from '../foundation/limits';
import { bareRecord, isForbiddenKey } from '../foundation/plain-object';

/** The parts of a page's address that rules read. */
export interface PageUrl {
  readonly host?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Splits an absolute URL or a path with query; text that is neither gives no parts. */
export const splitUrl = (url: string): PageUrl => {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url);
  if (!absolute && !url.startsWith('/')) return {};
  const authority = absolute?.[1] ?? '';
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
  const rest = absolute ? url.slice(absolute[0].length) : url;
  const [beforeHash = ''] = rest.split('#', 1);
  const questionMark = beforeHash.indexOf('?');
  const path = questionMark < 0 ? beforeHash : beforeHash.slice(0, questionMark);
  const query = questionMark < 0 ? undefined : parseQuery(beforeHash.slice(questionMark));
  return { ...(host ? { host } : {}), path: path || '/', ...(query ? { query } : {}) };
};

/** Parameters of a query string, with or without its `?`, up to a limit; of a repeated name the first counts. */
export const parseQuery = (query: string): Record<string, string> => {
  const parameters = bareRecord<string>();
  for (const pair of query.replace(/^\?/, '').split('&', LIMITS.queryParameters)) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!name || isForbiddenKey(name) || name in parameters) continue;
    parameters[name] = equals < 0 ? '' : decode(pair.slice(equals + 1));
  }
  return parameters;
};

/** Percent-decoding that leaves malformed text as it is. */
export const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};
