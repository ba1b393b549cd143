import { hasOwn } from '../foundation/plain-object';

/*
 * Own properties, read fast. What is inherited was never sent by anybody and must not match, but asking an object
 * whether a property is its own costs several times what reading it does. A plain object inherits from
 * `Object.prototype` alone: so what a plain object has and `Object.prototype` has not is its own. V8 compiles both
 * questions away where it has met a few kinds of objects only, and it remembers those for each place in the source
 * (inline caches: Hölzle, Chambers & Ungar, Optimizing Dynamically-Typed Object-Oriented Languages with Polymorphic
 * Inline Caches, ECOOP 1991). Hence a table of functions that differ in a name: each is a place of its own. Whatever
 * is not in the table, or in no plain object, is read and asked as usual.
 */

/**
 * An own property of a record, or `undefined`.
 *
 * @throws whatever a getter or proxy throws
 */
export type PropertyReader = (record: Fields) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Plain, and nothing more: shows whether `Object.prototype` was given a property. */
const EMPTY: Fields = {};

const own = (record: Fields, key: string, value: unknown, proto: unknown, inherited: unknown): unknown =>
  value === undefined || (proto === Object.prototype && inherited === undefined) || hasOwn(record, key)
    ? value
    : undefined;

/** By path: every group and every attribute that the catalogue names. */
const NAMED: Readonly<Record<string, PropertyReader>> = {
  channel: (r) => own(r, 'channel', r.channel, r.__proto__, EMPTY.channel),
  page: (r) => own(r, 'page', r.page, r.__proto__, EMPTY.page),
  'page.url': (r) => own(r, 'url', r.url, r.__proto__, EMPTY.url),
  'page.path': (r) => own(r, 'path', r.path, r.__proto__, EMPTY.path),
  'page.query': (r) => own(r, 'query', r.query, r.__proto__, EMPTY.query),
  'page.referrer': (r) => own(r, 'referrer', r.referrer, r.__proto__, EMPTY.referrer),
  'page.title': (r) => own(r, 'title', r.title, r.__proto__, EMPTY.title),
  'page.host': (r) => own(r, 'host', r.host, r.__proto__, EMPTY.host),
  screenName: (r) => own(r, 'screenName', r.screenName, r.__proto__, EMPTY.screenName),
  campaign: (r) => own(r, 'campaign', r.campaign, r.__proto__, EMPTY.campaign),
  'campaign.name': (r) => own(r, 'name', r.name, r.__proto__, EMPTY.name),
  'campaign.source': (r) => own(r, 'source', r.source, r.__proto__, EMPTY.source),
  'campaign.medium': (r) => own(r, 'medium', r.medium, r.__proto__, EMPTY.medium),
  'campaign.term': (r) => own(r, 'term', r.term, r.__proto__, EMPTY.term),
  'campaign.content': (r) => own(r, 'content', r.content, r.__proto__, EMPTY.content),
  'campaign.id': (r) => own(r, 'id', r.id, r.__proto__, EMPTY.id),
  referrer: (r) => own(r, 'referrer', r.referrer, r.__proto__, EMPTY.referrer),
  'referrer.type': (r) => own(r, 'type', r.type, r.__proto__, EMPTY.type),
  'referrer.name': (r) => own(r, 'name', r.name, r.__proto__, EMPTY.name),
  'referrer.url': (r) => own(r, 'url', r.url, r.__proto__, EMPTY.url),
  locale: (r) => own(r, 'locale', r.locale, r.__proto__, EMPTY.locale),
  timezone: (r) => own(r, 'timezone', r.timezone, r.__proto__, EMPTY.timezone),
  location: (r) => own(r, 'location', r.location, r.__proto__, EMPTY.location),
  'location.country': (r) => own(r, 'country', r.country, r.__proto__, EMPTY.country),
  'location.region': (r) => own(r, 'region', r.region, r.__proto__, EMPTY.region),
  'location.city': (r) => own(r, 'city', r.city, r.__proto__, EMPTY.city),
  'location.postalCode': (r) => own(r, 'postalCode', r.postalCode, r.__proto__, EMPTY.postalCode),
  'location.continent': (r) => own(r, 'continent', r.continent, r.__proto__, EMPTY.continent),
  'location.latitude': (r) => own(r, 'latitude', r.latitude, r.__proto__, EMPTY.latitude),
  'location.longitude': (r) => own(r, 'longitude', r.longitude, r.__proto__, EMPTY.longitude),
  device: (r) => own(r, 'device', r.device, r.__proto__, EMPTY.device),
  'device.type': (r) => own(r, 'type', r.type, r.__proto__, EMPTY.type),
  'device.model': (r) => own(r, 'model', r.model, r.__proto__, EMPTY.model),
  'device.manufacturer': (r) => own(r, 'manufacturer', r.manufacturer, r.__proto__, EMPTY.manufacturer),
  os: (r) => own(r, 'os', r.os, r.__proto__, EMPTY.os),
  'os.name': (r) => own(r, 'name', r.name, r.__proto__, EMPTY.name),
  'os.version': (r) => own(r, 'version', r.version, r.__proto__, EMPTY.version),
  browser: (r) => own(r, 'browser', r.browser, r.__proto__, EMPTY.browser),
  'browser.name': (r) => own(r, 'name', r.name, r.__proto__, EMPTY.name),
  'browser.version': (r) => own(r, 'version', r.version, r.__proto__, EMPTY.version),
  screen: (r) => own(r, 'screen', r.screen, r.__proto__, EMPTY.screen),
  'screen.width': (r) => own(r, 'width', r.width, r.__proto__, EMPTY.width),
  'screen.height': (r) => own(r, 'height', r.height, r.__proto__, EMPTY.height),
  'screen.density': (r) => own(r, 'density', r.density, r.__proto__, EMPTY.density),
  preferences: (r) => own(r, 'preferences', r.preferences, r.__proto__, EMPTY.preferences),
  'preferences.colorScheme': (r) => own(r, 'colorScheme', r.colorScheme, r.__proto__, EMPTY.colorScheme),
  'preferences.reducedMotion': (r) =>
    own(r, 'reducedMotion', r.reducedMotion, r.__proto__, EMPTY.reducedMotion),
  'preferences.saveData': (r) => own(r, 'saveData', r.saveData, r.__proto__, EMPTY.saveData),
  network: (r) => own(r, 'network', r.network, r.__proto__, EMPTY.network),
  'network.effectiveType': (r) => own(r, 'effectiveType', r.effectiveType, r.__proto__, EMPTY.effectiveType),
  'network.cellular': (r) => own(r, 'cellular', r.cellular, r.__proto__, EMPTY.cellular),
  app: (r) => own(r, 'app', r.app, r.__proto__, EMPTY.app),
  'app.name': (r) => own(r, 'name', r.name, r.__proto__, EMPTY.name),
  'app.version': (r) => own(r, 'version', r.version, r.__proto__, EMPTY.version),
  'app.build': (r) => own(r, 'build', r.build, r.__proto__, EMPTY.build),
  session: (r) => own(r, 'session', r.session, r.__proto__, EMPTY.session),
  'session.pageViews': (r) => own(r, 'pageViews', r.pageViews, r.__proto__, EMPTY.pageViews),
  'session.durationMs': (r) => own(r, 'durationMs', r.durationMs, r.__proto__, EMPTY.durationMs),
  'session.landingPage': (r) => own(r, 'landingPage', r.landingPage, r.__proto__, EMPTY.landingPage),
  'session.count': (r) => own(r, 'count', r.count, r.__proto__, EMPTY.count),
  'session.isReturning': (r) => own(r, 'isReturning', r.isReturning, r.__proto__, EMPTY.isReturning),
  consent: (r) => own(r, 'consent', r.consent, r.__proto__, EMPTY.consent),
  'consent.personalization': (r) =>
    own(r, 'personalization', r.personalization, r.__proto__, EMPTY.personalization),
  'consent.analytics': (r) => own(r, 'analytics', r.analytics, r.__proto__, EMPTY.analytics),
  'consent.persistence': (r) => own(r, 'persistence', r.persistence, r.__proto__, EMPTY.persistence),
  'consent.gpc': (r) => own(r, 'gpc', r.gpc, r.__proto__, EMPTY.gpc),
  interests: (r) => own(r, 'interests', r.interests, r.__proto__, EMPTY.interests),
  'interests.visit': (r) => own(r, 'visit', r.visit, r.__proto__, EMPTY.visit),
  'interests.lasting': (r) => own(r, 'lasting', r.lasting, r.__proto__, EMPTY.lasting),
  'interests.at': (r) => own(r, 'at', r.at, r.__proto__, EMPTY.at),
  userId: (r) => own(r, 'userId', r.userId, r.__proto__, EMPTY.userId),
  firstTouch: (r) => own(r, 'firstTouch', r.firstTouch, r.__proto__, EMPTY.firstTouch),
  'firstTouch.campaign': (r) => own(r, 'campaign', r.campaign, r.__proto__, EMPTY.campaign),
  'firstTouch.referrer': (r) => own(r, 'referrer', r.referrer, r.__proto__, EMPTY.referrer),
  history: (r) => own(r, 'history', r.history, r.__proto__, EMPTY.history),
  traits: (r) => own(r, 'traits', r.traits, r.__proto__, EMPTY.traits),
  audiences: (r) => own(r, 'audiences', r.audiences, r.__proto__, EMPTY.audiences),
  unit: (r) => own(r, 'unit', r.unit, r.__proto__, EMPTY.unit),
};

/** Traits have no names here, but a place each for as many as most projects declare. */
const TRAIT_PLACES: readonly ((key: string) => PropertyReader)[] = [
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
  (key) => (r) => own(r, key, r[key], r.__proto__, EMPTY[key]),
];

/** The first traits that are asked for: the same one is always read at the same place. */
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

/** The reader of one property of the record at a path. @param parents segments of that path; none = the context itself */
export const propertyReader = (parents: readonly string[], key: string): PropertyReader => {
  const path = [...parents, key].join('.');
  if (hasOwn(NAMED, path)) return NAMED[path]!;
  return parents.length === 1 && parents[0] === 'traits' ? traitReader(key) : anyReader(key);
};
