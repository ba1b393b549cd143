import { LIMITS } from '../../foundation/limits';
import { parseVersion } from '../../context/version-number';
import { satisfies, type Demand } from './formula';
import { type Found, found, NONE, type StepBudget, unknown } from './found';
import { instantCandidates } from './instant-values';
import { DATE_AUTOMATON, VERSION_AUTOMATON } from './format-automaton';
import { beginningsAutomaton, patternAutomaton, wordsAutomaton } from './text-automaton';
import { searchText, type TextDemand } from './text-search';
import { textAlphabet } from './text-alphabet';
import { textShape, type TextShape } from './text-shape';
import { versionCandidates } from './version-values';

type Words = Extract<TextShape, { kind: 'words' }>;
type Pattern = Extract<TextShape, { kind: 'pattern' }>;
type Order = Extract<TextShape, { kind: 'order' }>;

/** A demand with what it asks of a text. */
interface Shaped<S extends TextShape = TextShape> {
  readonly demand: Demand;
  readonly shape: S;
}

/**
 * A text that answers all demands. Words, patterns and lengths alone are decided exactly, by automata; orders of versions
 * or dates alone, also beside words, exactly by one text of each cell; of patterns *and* orders together a text may
 * be found or each side be impossible by itself, otherwise the answer is open.
 *
 * @param isVersion only versions are values of the attribute
 */
export const textValue = (
  demands: readonly Demand[],
  isVersion: boolean,
  budget: StepBudget,
): Found<string> => {
  const shaped = demands.map((demand) => ({ demand, shape: textShape(demand.atom.condition) }));
  if (shaped.some(({ demand: { holds }, shape }) => shape.kind === (holds ? 'never' : 'always'))) return NONE;
  const longest = isVersion ? LIMITS.versionLength : LIMITS.stringLength;
  const passes = (text: string): boolean =>
    text.length <= longest && (!isVersion || parseVersion(text) !== undefined) && satisfies(text, demands);

  const words = shaped.filter(isWords);
  const named = words.find(({ demand, shape }) => demand.holds && !shape.fold);
  if (named) return chosen(named.shape.words, passes);

  const orders = shaped.filter(isOrder);
  const patterns = [...words, ...shaped.filter(isPattern)];
  if (orders.length === 0) {
    const put = chosen(putTogether(patterns), passes);
    const formats = new Set(isVersion ? ['version' as const] : []);
    return put.kind === 'value' ? put : fittingText(patterns, { formats, longest, budget });
  }

  const mentioned = words.flatMap(({ shape }) => shape.words);
  const cells = textOfEachCell(orders, new Set(mentioned));
  const candidate = chosen([...cells.texts, ...mentioned, ...PLAIN_TEXTS], passes);
  if (candidate.kind === 'value') return candidate;
  const onlyWords = patterns.every(({ shape }) => shape.kind === 'words' && !shape.fold);
  const oneOrder = new Set(orders.map(({ shape }) => shape.of)).size === 1;
  const somethingOrdered = isVersion || orders.some(({ demand }) => demand.holds);
  if (onlyWords && oneOrder && somethingOrdered) return cells.complete ? NONE : unknown('version-too-long');

  const written = orders.flatMap(({ demand, shape }) => (demand.holds ? shape.of : []));
  const ordered = { of: new Set(orders.map(({ shape }) => shape.of)), texts: cells.texts, accepts: passes };
  const formats = new Set(isVersion ? [...written, 'version' as const] : written);
  const unordered = fittingText(patterns, { formats, longest, budget });
  if (unordered.kind !== 'value') return unordered;
  const guided = { left: Math.min(GUIDED_STEPS, budget.left) };
  budget.left -= guided.left;
  const fitting = fittingText(patterns, { formats, longest, budget: guided, ordered });
  budget.left += Math.max(0, guided.left);
  if (fitting.kind === 'value') return fitting;
  return isOrderImpossible(orders) ? NONE : unknown('text-and-order');
};

/** Looking for a text between patterns and orders may fail although there is one, so it is not looked for forever. */
const GUIDED_STEPS = 5_000;

const PLAIN_TEXTS: readonly string[] = ['x', 'y', ''];

const isWords = (one: Shaped): one is Shaped<Words> => one.shape.kind === 'words';
const isPattern = (one: Shaped): one is Shaped<Pattern> => one.shape.kind === 'pattern';
const isOrder = (one: Shaped): one is Shaped<Order> => one.shape.kind === 'order';

const chosen = (texts: readonly string[], passes: (text: string) => boolean): Found<string> => {
  const text = texts.find(passes);
  return text === undefined ? NONE : found(text);
};

/** What fits patterns more often than not: the longest beginning, all that must stand between, the longest end. */
const putTogether = (patterns: readonly Shaped<Words | Pattern>[]): string[] => {
  const wanted = patterns.flatMap(({ demand: { holds }, shape }) =>
    holds && shape.kind === 'pattern' ? [shape.pieces] : [],
  );
  const longest = (texts: readonly string[]): string =>
    texts.reduce((a, b) => (b.length > a.length ? b : a), '');
  const first = longest(wanted.map((pieces) => pieces[0] ?? ''));
  const last = longest(wanted.map((pieces) => pieces.at(-1) ?? ''));
  const middle = wanted.flatMap((pieces) => pieces.slice(1, -1));
  return ['x', '', '/', '-'].map((glue) => [first, ...middle, last].join(glue)).concat(first);
};

/** How a text that fits words and patterns is looked for. */
interface Search {
  /** How the text must be written. */
  readonly formats: ReadonlySet<Order['of']>;
  readonly longest: number;
  readonly budget: StepBudget;
  /** Where orders are asked too: a text of each of their cells, and what they say of a text. */
  readonly ordered?: {
    readonly of: ReadonlySet<Order['of']>;
    readonly texts: readonly string[];
    readonly accepts: (text: string) => boolean;
  };
}

const fittingText = (patterns: readonly Shaped<Words | Pattern>[], search: Search): Found<string> => {
  const { formats, longest, budget, ordered } = search;
  const operands = (fold: boolean): string[] =>
    patterns.flatMap(({ shape }) =>
      shape.fold === fold ? (shape.kind === 'words' ? shape.words : shape.pieces) : [],
    );
  const exact = [...operands(false), ...(ordered?.texts ?? [])];
  const alphabet = textAlphabet({
    exact,
    folded: operands(true),
    formats: formats.size > 0 || ordered !== undefined,
  });
  if (!alphabet) return unknown('letter-case');
  const demands: TextDemand[] = patterns.map(({ demand: { holds }, shape }) => {
    const fold = (text: string): string => (shape.fold ? text.toLowerCase() : text);
    const automaton =
      shape.kind === 'words'
        ? wordsAutomaton(shape.words.map(fold))
        : patternAutomaton(shape.pieces.map(fold));
    return { automaton, fold: shape.fold, holds };
  });
  for (const format of ['version', 'date'] as const) {
    const automaton = format === 'version' ? VERSION_AUTOMATON : DATE_AUTOMATON;
    if (formats.has(format)) demands.push({ automaton, fold: false, holds: true });
    else if (ordered?.of.has(format)) demands.push({ automaton, fold: false, holds: undefined });
  }
  if (!ordered) return searchText({ demands, alphabet, longest, budget });
  // Texts that begin alike stand near each other in the order, so one of each beginning is tried.
  demands.push({ automaton: beginningsAutomaton(ordered.texts), fold: false, holds: undefined });
  return searchText({ demands, alphabet, longest, budget, accepts: ordered.accepts });
};

/** One text for each cell that the bounds of versions and of dates cut. */
const textOfEachCell = (
  orders: readonly Shaped<Order>[],
  avoided: ReadonlySet<string>,
): { readonly texts: readonly string[]; readonly complete: boolean } => {
  const boundsOf = (of: Order['of']): string[] =>
    orders.flatMap(({ shape }) => (shape.of === of ? shape.bounds : []));
  const versions = boundsOf('version');
  const dates = boundsOf('date');
  const ofVersions =
    versions.length > 0 ? versionCandidates(versions, avoided) : { texts: [], complete: true };
  const ofDates = dates.length > 0 ? instantCandidates(dates, avoided) : [];
  return { texts: [...ofVersions.texts, ...ofDates], complete: ofVersions.complete };
};

/** Do the versions, or the dates, exclude each other whatever else is asked? */
const isOrderImpossible = (orders: readonly Shaped<Order>[]): boolean =>
  (['version', 'date'] as const).some((of) => {
    const same = orders.filter(({ shape }) => shape.of === of);
    if (!same.some(({ demand }) => demand.holds)) return false;
    const { texts, complete } = textOfEachCell(same, new Set());
    const demands = same.map(({ demand }) => demand);
    return complete && !texts.some((text) => satisfies(text, demands));
  });
