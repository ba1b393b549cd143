import type { AttributeDeclaration, AttributeType, ConsentClass } from './attributes';

const declare =
  (consent: ConsentClass, type: AttributeType) =>
  (path: string, values?: readonly string[]): AttributeDeclaration =>
    values ? { path, type, consent, values } : { path, type, consent };

const text = declare('request', 'string');
const number = declare('request', 'number');
const flag = declare('request', 'boolean');
const version = declare('request', 'version');
const storedText = declare('stored', 'string');
const storedNumber = declare('stored', 'number');

/**
 * Every attribute of a visitor context that a rule may read, with its type and consent class.
 *
 * `interests.*` is computed from the profile (0..1) and of class *request*, because the part of this visit is;
 * the lasting part is taken out of the profile itself where consent is missing.
 */
export const ATTRIBUTE_CATALOGUE: readonly AttributeDeclaration[] = [
  text('channel'),
  text('page.url'),
  text('page.path'),
  text('page.query.*'),
  text('page.referrer'),
  text('page.title'),
  text('page.host'),
  text('screenName'),
  text('campaign.name'),
  text('campaign.source'),
  text('campaign.medium'),
  text('campaign.term'),
  text('campaign.content'),
  text('campaign.id'),
  text('referrer.type', ['direct', 'search', 'social', 'email', 'internal', 'other']),
  text('referrer.name'),
  text('referrer.url'),
  text('locale'),
  text('timezone'),
  text('location.country'),
  text('location.region'),
  text('location.city'),
  text('location.postalCode'),
  text('location.continent', ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']),
  number('location.latitude'),
  number('location.longitude'),
  text('device.type', ['mobile', 'tablet', 'desktop', 'tv', 'bot', 'kiosk']),
  text('device.model'),
  text('device.manufacturer'),
  text('os.name'),
  version('os.version'),
  text('browser.name'),
  version('browser.version'),
  number('screen.width'),
  number('screen.height'),
  number('screen.density'),
  text('preferences.colorScheme', ['light', 'dark']),
  flag('preferences.reducedMotion'),
  flag('preferences.saveData'),
  text('network.effectiveType', ['slow-2g', '2g', '3g', '4g']),
  flag('network.cellular'),
  text('app.name'),
  version('app.version'),
  text('app.build'),
  number('session.pageViews'),
  number('session.durationMs'),
  text('session.landingPage'),
  flag('consent.personalization'),
  flag('consent.analytics'),
  flag('consent.persistence'),
  flag('consent.gpc'),
  number('interests.*'),
  storedNumber('session.count'),
  declare('stored', 'boolean')('session.isReturning'),
  storedText('userId'),
  storedText('firstTouch.campaign'),
  storedText('firstTouch.referrer'),
  storedNumber('history.*.count'),
  storedNumber('history.*.daysSince'),
  storedNumber('history.tag.*.views7d'),
  storedNumber('history.seen.*'),
  declare('stored', 'any')('traits.*'),
  declare('stored', 'string-list')('audiences'),
];

/** The catalogue with the traits that a project declares; of two declarations of one path the later wins. */
export const catalogueWith = (declared: readonly AttributeDeclaration[]): readonly AttributeDeclaration[] => [
  ...ATTRIBUTE_CATALOGUE,
  ...declared,
];
