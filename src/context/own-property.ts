import { hasOwn } from '../foundation/plain-object';

/*
 * Own properties, read fast. What is inherited was never sent by anybody and must not match, but asking an object
 * whether a property is its own costs several times what reading it does. A plain object inherits from
 * `Object.prototype` alone: so what a plain object has and `Object.prototype` has not is its own. V8 compiles both
 * questions away where it has met a few kinds of objects only, and it remembers those for each place in the source
 * (inline caches: Hölzle, Chambers & Ungar, Optimizing Dynamically-Typed Object-Oriented Languages with Polymorphic
 * Inline Caches, ECOOP 1991). Hence a table of functions that differ in a name: each is a place of its own. What is not
 * in the table, and what is no plain object, is read and then asked as usual.
 *
 * Only a proxy that answers for more than it says it has can deceive this; no JSON becomes one.
 */

/**
 * An own property of a record, or `undefined`.
 *
 * @throws whatever a getter or proxy throws
 */
export type PropertyReader = (record: Fields) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Plain, and nothing more: shows what `Object.prototype` has. */
const EMPTY: Fields = {};

const own = (record: Fields, key: string, value: unknown, proto: unknown, isInherited: boolean): unknown =>
  value === undefined || (proto === Object.prototype && !isInherited) || hasOwn(record, key)
    ? value
    : undefined;

/** By path: what the catalogue names without a wildcard, and what consent and interests are read from. */
const NAMED: Readonly<Record<string, PropertyReader>> = {
  channel: (r) => own(r, 'channel', r.channel, r.__proto__, 'channel' in EMPTY),
  page: (r) => own(r, 'page', r.page, r.__proto__, 'page' in EMPTY),
  'page.url': (r) => own(r, 'url', r.url, r.__proto__, 'url' in EMPTY),
  'page.path': (r) => own(r, 'path', r.path, r.__proto__, 'path' in EMPTY),
  'page.query': (r) => own(r, 'query', r.query, r.__proto__, 'query' in EMPTY),
  'page.referrer': (r) => own(r, 'referrer', r.referrer, r.__proto__, 'referrer' in EMPTY),
  'page.title': (r) => own(r, 'title', r.title, r.__proto__, 'title' in EMPTY),
  'page.host': (r) => own(r, 'host', r.host, r.__proto__, 'host' in EMPTY),
  screenName: (r) => own(r, 'screenName', r.screenName, r.__proto__, 'screenName' in EMPTY),
  campaign: (r) => own(r, 'campaign', r.campaign, r.__proto__, 'campaign' in EMPTY),
  'campaign.name': (r) => own(r, 'name', r.name, r.__proto__, 'name' in EMPTY),
  'campaign.source': (r) => own(r, 'source', r.source, r.__proto__, 'source' in EMPTY),
  'campaign.medium': (r) => own(r, 'medium', r.medium, r.__proto__, 'medium' in EMPTY),
  'campaign.term': (r) => own(r, 'term', r.term, r.__proto__, 'term' in EMPTY),
  'campaign.content': (r) => own(r, 'content', r.content, r.__proto__, 'content' in EMPTY),
  'campaign.id': (r) => own(r, 'id', r.id, r.__proto__, 'id' in EMPTY),
  referrer: (r) => own(r, 'referrer', r.referrer, r.__proto__, 'referrer' in EMPTY),
  'referrer.type': (r) => own(r, 'type', r.type, r.__proto__, 'type' in EMPTY),
  'referrer.name': (r) => own(r, 'name', r.name, r.__proto__, 'name' in EMPTY),
  'referrer.url': (r) => own(r, 'url', r.url, r.__proto__, 'url' in EMPTY),
  locale: (r) => own(r, 'locale', r.locale, r.__proto__, 'locale' in EMPTY),
  timezone: (r) => own(r, 'timezone', r.timezone, r.__proto__, 'timezone' in EMPTY),
  location: (r) => own(r, 'location', r.location, r.__proto__, 'location' in EMPTY),
  'location.country': (r) => own(r, 'country', r.country, r.__proto__, 'country' in EMPTY),
  'location.region': (r) => own(r, 'region', r.region, r.__proto__, 'region' in EMPTY),
  'location.city': (r) => own(r, 'city', r.city, r.__proto__, 'city' in EMPTY),
  'location.postalCode': (r) => own(r, 'postalCode', r.postalCode, r.__proto__, 'postalCode' in EMPTY),
  'location.continent': (r) => own(r, 'continent', r.continent, r.__proto__, 'continent' in EMPTY),
  'location.latitude': (r) => own(r, 'latitude', r.latitude, r.__proto__, 'latitude' in EMPTY),
  'location.longitude': (r) => own(r, 'longitude', r.longitude, r.__proto__, 'longitude' in EMPTY),
  device: (r) => own(r, 'device', r.device, r.__proto__, 'device' in EMPTY),
  'device.type': (r) => own(r, 'type', r.type, r.__proto__, 'type' in EMPTY),
  'device.model': (r) => own(r, 'model', r.model, r.__proto__, 'model' in EMPTY),
  'device.manufacturer': (r) => own(r, 'manufacturer', r.manufacturer, r.__proto__, 'manufacturer' in EMPTY),
  os: (r) => own(r, 'os', r.os, r.__proto__, 'os' in EMPTY),
  'os.name': (r) => own(r, 'name', r.name, r.__proto__, 'name' in EMPTY),
  'os.version': (r) => own(r, 'version', r.version, r.__proto__, 'version' in EMPTY),
  browser: (r) => own(r, 'browser', r.browser, r.__proto__, 'browser' in EMPTY),
  'browser.name': (r) => own(r, 'name', r.name, r.__proto__, 'name' in EMPTY),
  'browser.version': (r) => own(r, 'version', r.version, r.__proto__, 'version' in EMPTY),
  screen: (r) => own(r, 'screen', r.screen, r.__proto__, 'screen' in EMPTY),
  'screen.width': (r) => own(r, 'width', r.width, r.__proto__, 'width' in EMPTY),
  'screen.height': (r) => own(r, 'height', r.height, r.__proto__, 'height' in EMPTY),
  'screen.density': (r) => own(r, 'density', r.density, r.__proto__, 'density' in EMPTY),
  preferences: (r) => own(r, 'preferences', r.preferences, r.__proto__, 'preferences' in EMPTY),
  'preferences.colorScheme': (r) => own(r, 'colorScheme', r.colorScheme, r.__proto__, 'colorScheme' in EMPTY),
  'preferences.reducedMotion': (r) =>
    own(r, 'reducedMotion', r.reducedMotion, r.__proto__, 'reducedMotion' in EMPTY),
  'preferences.saveData': (r) => own(r, 'saveData', r.saveData, r.__proto__, 'saveData' in EMPTY),
  network: (r) => own(r, 'network', r.network, r.__proto__, 'network' in EMPTY),
  'network.effectiveType': (r) =>
    own(r, 'effectiveType', r.effectiveType, r.__proto__, 'effectiveType' in EMPTY),
  'network.cellular': (r) => own(r, 'cellular', r.cellular, r.__proto__, 'cellular' in EMPTY),
  app: (r) => own(r, 'app', r.app, r.__proto__, 'app' in EMPTY),
  'app.name': (r) => own(r, 'name', r.name, r.__proto__, 'name' in EMPTY),
  'app.version': (r) => own(r, 'version', r.version, r.__proto__, 'version' in EMPTY),
  'app.build': (r) => own(r, 'build', r.build, r.__proto__, 'build' in EMPTY),
  session: (r) => own(r, 'session', r.session, r.__proto__, 'session' in EMPTY),
  'session.pageViews': (r) => own(r, 'pageViews', r.pageViews, r.__proto__, 'pageViews' in EMPTY),
  'session.durationMs': (r) => own(r, 'durationMs', r.durationMs, r.__proto__, 'durationMs' in EMPTY),
  'session.landingPage': (r) => own(r, 'landingPage', r.landingPage, r.__proto__, 'landingPage' in EMPTY),
  'session.count': (r) => own(r, 'count', r.count, r.__proto__, 'count' in EMPTY),
  'session.isReturning': (r) => own(r, 'isReturning', r.isReturning, r.__proto__, 'isReturning' in EMPTY),
  consent: (r) => own(r, 'consent', r.consent, r.__proto__, 'consent' in EMPTY),
  'consent.personalization': (r) =>
    own(r, 'personalization', r.personalization, r.__proto__, 'personalization' in EMPTY),
  'consent.analytics': (r) => own(r, 'analytics', r.analytics, r.__proto__, 'analytics' in EMPTY),
  'consent.persistence': (r) => own(r, 'persistence', r.persistence, r.__proto__, 'persistence' in EMPTY),
  'consent.gpc': (r) => own(r, 'gpc', r.gpc, r.__proto__, 'gpc' in EMPTY),
  interests: (r) => own(r, 'interests', r.interests, r.__proto__, 'interests' in EMPTY),
  'interests.visit': (r) => own(r, 'visit', r.visit, r.__proto__, 'visit' in EMPTY),
  'interests.lasting': (r) => own(r, 'lasting', r.lasting, r.__proto__, 'lasting' in EMPTY),
  'interests.at': (r) => own(r, 'at', r.at, r.__proto__, 'at' in EMPTY),
  userId: (r) => own(r, 'userId', r.userId, r.__proto__, 'userId' in EMPTY),
  firstTouch: (r) => own(r, 'firstTouch', r.firstTouch, r.__proto__, 'firstTouch' in EMPTY),
  'firstTouch.campaign': (r) => own(r, 'campaign', r.campaign, r.__proto__, 'campaign' in EMPTY),
  'firstTouch.referrer': (r) => own(r, 'referrer', r.referrer, r.__proto__, 'referrer' in EMPTY),
  history: (r) => own(r, 'history', r.history, r.__proto__, 'history' in EMPTY),
  traits: (r) => own(r, 'traits', r.traits, r.__proto__, 'traits' in EMPTY),
  audiences: (r) => own(r, 'audiences', r.audiences, r.__proto__, 'audiences' in EMPTY),
  unit: (r) => own(r, 'unit', r.unit, r.__proto__, 'unit' in EMPTY),
};

/** Traits have no names here, but a place each for as many as most projects declare. */
const TRAIT_PLACES: readonly ((key: string) => PropertyReader)[] = [
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
  (key) => (r) => own(r, key, r[key], r.__proto__, key in EMPTY),
];

/** The first traits that this process asks for have these places, for good: the others are only read more slowly. */
const traits = new Map<string, PropertyReader>();

const traitReader = (key: string): PropertyReader => {
  let reader = traits.get(key);
  if (reader === undefined) {
    reader = TRAIT_PLACES[traits.size]?.(key);
    if (reader === undefined) return anyReader(key);
    traits.set(key, reader);
  }
  return reader;
};

const anyReader =
  (key: string): PropertyReader =>
  (record) => {
    // Most often it is not there: that is found out first.
    const value = record[key];
    return value !== undefined && hasOwn(record, key) ? value : undefined;
  };

/** Node can be told to have no `__proto__`, or to throw at it. */
const knowsPrototypes = (() => {
  try {
    return EMPTY.__proto__ === Object.prototype;
  } catch {
    return false;
  }
})();

/**
 * The reader of one property of the record at a path.
 *
 * @param parents segments of that path, without dots as the key is; none = the context itself
 */
export const propertyReader = (parents: readonly string[], key: string): PropertyReader => {
  const path = [...parents, key].join('.');
  if (!knowsPrototypes) return anyReader(key);
  if (hasOwn(NAMED, path)) return NAMED[path]!;
  return parents.length === 1 && parents[0] === 'traits' ? traitReader(key) : anyReader(key);
};
