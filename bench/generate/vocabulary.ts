const numbered = (name: string, count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + from}`);

/** Most frequent first: `Random.skewed` makes visitors prefer the front. */
export const COUNTRIES =
  'DE US FR GB NL AT CH PL IT ES BE SE DK NO FI CZ PT IE HU RO GR SK HR BG SI LT LV EE LU MT CY IS TR UA RS CA AU JP BR IN'.split(
    ' ',
  );
export const TAGS = numbered('topic', 300);
export const SECTIONS =
  'products blog pricing docs solutions company events partners support careers jobs press'.split(' ');
export const SUBSECTIONS = numbered('section', 20);
export const PAGES = numbered('page', 200);
export const SOURCES = 'google newsletter facebook linkedin bing partner x youtube reddit podcast'.split(' ');
export const MEDIUMS = ['cpc', 'email', 'social', 'referral', 'display', 'affiliate'];
export const CAMPAIGNS = numbered('campaign', 80);
export const DEVICES = ['mobile', 'desktop', 'tablet', 'tv'];
export const INDUSTRIES = (
  'retail software finance health media travel education energy food logistics automotive insurance ' +
  'telecom construction chemicals public legal sports fashion agriculture'
).split(' ');
export const PLANS = ['free', 'team', 'business', 'enterprise', 'trial'];
export const ROLES = 'developer marketer designer manager founder analyst editor buyer support student'.split(
  ' ',
);
export const LIFECYCLES = ['lead', 'trial', 'customer', 'churned', 'champion', 'evaluator'];
