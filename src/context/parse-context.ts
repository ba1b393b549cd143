import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { bareRecord, isForbiddenKey, isRecord, ownValue } from '../foundation/plain-object';
import { err, ok, type Result } from '../foundation/result';
import { ATTRIBUTE_CATALOGUE } from './attribute-catalogue';
import { attributeValue } from './attribute-value';
import { canonicalPath, IGNORED_KEYS, VISITOR_ID_ALIASES } from './context-aliases';
import { checkShape } from './context-shape';
import { findDeclaration } from './find-declaration';
import { parseInterests } from './parse-interests';
import { parseQuery, splitUrl } from './page-url';
import { pathReader } from './read-attribute';
import type { VisitorContext } from '../model/visitor-context';

/** A context under construction; no prototype anywhere. */
type Draft = Record<string, unknown>;

/**
 * Validates what a visitor sends, once, at the edge. Total for any JSON.
 *
 * An error only when the context as a whole is unusable: not an object (`context-malformed`), nested too deep
 * (`context-too-deep`), too many keys (`context-too-large`). A known attribute of the wrong type, text beyond
 * the limit and keys that reach a prototype are dropped, so a page never breaks over one of them. Flat names of
 * other tools are moved to their place and unknown ones become traits. `now` (epoch milliseconds) dates an
 * interest profile that comes without its `at`.
 */
export const parseContext = (
  input: unknown,
  options: { readonly now?: number } = {},
): Result<VisitorContext, Issue[]> => {
  if (!isRecord(input)) {
    return err([issue('context-malformed', [], 'Send the context as a JSON object.')]);
  }
  const oversize = checkShape(input);
  if (oversize) return err([oversize]);

  const context: Draft = bareRecord();
  for (const key of Object.keys(input)) {
    if (!ROOTS.has(key)) continue;
    const value = declaredPart(input[key], [key]);
    if (value !== undefined) context[key] = value;
  }
  addSpecialParts(context, input, options.now);
  addAliasesAndTraits(context, input);
  completePage(context, input);
  normaliseCountry(context);
  return ok(context as VisitorContext);
};

const ROOTS: ReadonlySet<string> = new Set(
  ATTRIBUTE_CATALOGUE.map(({ path }) => path.split('.', 1)[0] ?? path).filter((root) => root !== 'interests'),
);

/** Keeps the declared attributes below a path that have the declared type. */
const declaredPart = (value: unknown, path: readonly string[]): unknown => {
  const declaration = findDeclaration(ATTRIBUTE_CATALOGUE, path);
  if (declaration) return attributeValue(value, declaration.type);
  if (!isRecord(value) || path.length >= LIMITS.contextDepth) return undefined;
  const kept: Draft = bareRecord();
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key) || key === '' || key.length > LIMITS.stringLength) continue;
    const child = declaredPart(value[key], [...path, key]);
    if (child !== undefined) kept[key] = child;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
};

const addSpecialParts = (context: Draft, input: Readonly<Draft>, now: number | undefined): void => {
  const unit = parseUnit(ownValue(input, 'unit')) ?? unitFromAlias(input);
  if (unit) context['unit'] = unit;
  const interests = parseInterests(ownValue(input, 'interests'), now);
  if (interests) context['interests'] = interests;
};

const parseUnit = (value: unknown): Draft | undefined => {
  if (!isRecord(value)) return undefined;
  const kind = ownValue(value, 'kind');
  return kind === 'visitor' || kind === 'page-visit' ? unitOf(kind, ownValue(value, 'id')) : undefined;
};

const unitFromAlias = (input: Readonly<Draft>): Draft | undefined => {
  for (const alias of VISITOR_ID_ALIASES) {
    const unit = unitOf('visitor', ownValue(input, alias));
    if (unit) return unit;
  }
  return undefined;
};

const unitOf = (kind: 'visitor' | 'page-visit', id: unknown): Draft | undefined => {
  const text = attributeValue(id, 'string');
  return text ? Object.assign(bareRecord<unknown>(), { kind, id: text }) : undefined;
};

/** What the caller said in its proper place wins over a flat name for the same attribute. */
const addAliasesAndTraits = (context: Draft, input: Readonly<Draft>): void => {
  for (const key of Object.keys(input)) {
    if (isForbiddenKey(key) || IGNORED_KEYS.has(key) || key === '' || key.length > LIMITS.stringLength)
      continue;
    const target = canonicalPath(key);
    const value =
      target === 'page.query' && typeof input[key] === 'string' ? parseQuery(input[key]) : input[key];
    if (target !== undefined) addAt(context, target.split('.'), value);
    else if (!ROOTS.has(key) && key !== 'unit' && key !== 'interests') addAt(context, ['traits', key], value);
  }
};

const addAt = (context: Draft, path: readonly string[], raw: unknown): void => {
  const value = declaredPart(raw, path);
  const [root, leaf] = path;
  if (value === undefined || root === undefined) return;
  if (leaf === undefined) {
    context[root] ??= value;
    return;
  }
  const group = (context[root] ??= bareRecord()) as Draft;
  group[leaf] ??= value;
};

const readPageUrl = pathReader(['page', 'url']);

/** Rules ask for path, host and query; callers often send the URL only, which may be too long to be compared itself. */
const completePage = (context: Draft, input: Readonly<Draft>): void => {
  const url = readPageUrl(input) ?? ownValue(input, 'url');
  if (typeof url !== 'string') return;
  for (const [part, value] of Object.entries(splitUrl(url))) addAt(context, ['page', part], value);
};

/** Countries are compared as ISO 3166-1 codes in capitals. */
const normaliseCountry = (context: Draft): void => {
  const location = context['location'] as Draft | undefined;
  const country = location?.['country'];
  if (location && typeof country === 'string' && /^[a-z]{2}$/i.test(country)) {
    location['country'] = country.toUpperCase();
  }
};
