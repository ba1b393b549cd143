import { ATTRIBUTE_CATALOGUE } from '../context/attribute-catalogue';
import type { AttributeDeclaration } from '../context/attributes';
import { needsConsent } from '../context/consent';
import type { Issue } from '../foundation/issue';
import { sameEnds } from '../foundation/ordered-list';
import { finish, type Steps } from '../foundation/steps';
import type { Audience } from '../model/audience';
import type { NeedsConsent } from './compile';
import { parseRule } from './parse-rule';
import { predicateIndexSteps } from './predicate-index/predicate-index';
import type { Reading } from './reading';
import { closureSet, type RuleSet, type RuleSetSource } from './rule-set';

/** All audiences of a manifest, compiled once. What asks it does not see how it finds its answer. */
export interface AudienceMatcher {
  /** Codes of the audiences that match, in the order given. Total for any context. */
  match(reading: Reading): string[];
  /** The audience of a code. */
  audience(code: string): Audience | undefined;
  /** Does one audience match? An unknown code never does. */
  matches(reading: Reading, code: string): boolean;
  /** Audiences that match nobody because their rule is not valid. */
  readonly invalid: readonly InvalidRule[];
  /**
   * After edits: makes the matcher as fast as a new one, in steps of a few milliseconds at most, between which the
   * caller may pause. Answers are the same before, in between and after. `undefined`: nothing to do.
   */
  rebuildSteps(): Steps<void> | undefined;
}

/** An audience that matches nobody. */
export interface InvalidRule {
  readonly code: string;
  readonly issues: readonly Issue[];
}

/** How audiences are compiled; nothing here changes an answer. */
export interface MatcherOptions {
  /** `false`: closures one after another, however many there are. */
  readonly index?: boolean;
  /** Contexts from which the index learns what is rare. */
  readonly sample?: readonly Reading[];
  /** A matcher of the same catalogue: what it has of audiences that are the same objects is used again. */
  readonly previous?: AudienceMatcher;
}

/** Up to here closures are faster than an index: measured, they are even at 16 to 18. */
const FEW = 16;

/** So many changed audiences may wait beside an index: compiling them anew takes a millisecond or two. */
const CHANGED = 128;

/** Compiles audiences: a few as closures, more into an index; after an edit, the changed ones beside the index. */
export const compileAudiences = (
  audiences: readonly Audience[],
  catalogue: readonly AttributeDeclaration[] = ATTRIBUTE_CATALOGUE,
  options: MatcherOptions = {},
): AudienceMatcher => {
  const make = { catalogue, index: options.index ?? true, sample: options.sample ?? [] };
  const before = options.previous === undefined ? undefined : STATES.get(options.previous);
  const parts =
    before !== undefined && isSameMake(before.make, make) ? afterEdit(audiences, before, make) : undefined;
  return matcherOf({ make, audiences, parts: parts ?? [finish(partSteps(audiences, make))] });
};

/** What decides how a rule is compiled. */
interface Make {
  readonly catalogue: readonly AttributeDeclaration[];
  readonly index: boolean;
  readonly sample: readonly Reading[];
}

/** Audiences compiled together. */
interface Part {
  readonly audiences: readonly Audience[];
  /** By code: which rule of the set. */
  readonly ruleOf: ReadonlyMap<string, number>;
  readonly set: RuleSet;
  readonly invalid: readonly InvalidRule[];
  /** Of a small part, for the next one: most of it stays. */
  readonly parsed?: ReadonlyMap<Audience, ReturnType<typeof parseRule>>;
}

/** What a later matcher can use of an earlier one. */
interface State {
  readonly make: Make;
  readonly audiences: readonly Audience[];
  /** The first is the large one. */
  parts: readonly Part[];
}

const STATES = new WeakMap<AudienceMatcher, State>();

function* partSteps(audiences: readonly Audience[], make: Make): Steps<Part> {
  const invalid: InvalidRule[] = [];
  const rules: RuleSetSource['rules'][number][] = [];
  for (const { code, rule } of audiences) {
    const parsed = parseRule(rule, make.catalogue);
    rules.push(parsed.ok ? parsed.value.tree : undefined);
    if (!parsed.ok) invalid.push({ code, issues: parsed.error });
    if (rules.length % 64 === 0) yield;
  }
  const source = { rules, needsConsent: consentOf(make) };
  const set =
    make.index && rules.length > FEW
      ? yield* predicateIndexSteps({ ...source, sample: make.sample })
      : closureSet(source);
  return { audiences, ruleOf: rulesByCode(audiences), set, invalid };
}

/** Changed audiences, as closures until everything is tidied: only those are compiled that the part before had not. */
const smallPart = (audiences: readonly Audience[], make: Make, before: Part['parsed']): Part => {
  const parsed = new Map(
    audiences.map((audience) => [
      audience,
      before?.get(audience) ?? parseRule(audience.rule, make.catalogue),
    ]),
  );
  const results = [...parsed.values()];
  return {
    audiences,
    ruleOf: rulesByCode(audiences),
    set: closureSet({
      rules: results.map((result) => (result.ok ? result.value.tree : undefined)),
      needsConsent: consentOf(make),
    }),
    invalid: audiences.flatMap(({ code }, at) => {
      const result = results[at]!;
      return result.ok ? [] : [{ code, issues: result.error }];
    }),
    parsed,
  };
};

const consentOf =
  ({ catalogue }: Make): NeedsConsent =>
  (segments) =>
    needsConsent(segments, catalogue);

const rulesByCode = (audiences: readonly Audience[]): ReadonlyMap<string, number> =>
  new Map(audiences.map(({ code }, rule) => [code, rule]));

/** The large part as it is and a small one of all audiences that it has not, or has otherwise; `undefined`: too many. */
const afterEdit = (audiences: readonly Audience[], { parts }: State, make: Make): Part[] | undefined => {
  const [large] = parts;
  if (large === undefined || large.audiences.length <= FEW) return undefined;
  // Two lists of thousands that differ in a few places: their same ends are skipped by reference.
  const { head, tail } = sameEnds(large.audiences, audiences);
  const middle = audiences.slice(head, audiences.length - tail);
  const changed = middle.filter((audience) => ruleIn(large, audience) === undefined);
  const left = large.audiences.length - head - tail - (middle.length - changed.length);
  if (changed.length + left > CHANGED) return undefined;
  return changed.length === 0 ? [large] : [large, smallPart(changed, make, parts[1]?.parsed)];
};

/** Which rule of a part is this very audience? */
const ruleIn = ({ ruleOf, audiences }: Part, audience: Audience): number | undefined => {
  const rule = ruleOf.get(audience.code);
  return rule !== undefined && audiences[rule] === audience ? rule : undefined;
};

const isSameMake = (a: Make, b: Make): boolean =>
  a.index === b.index &&
  a.catalogue.length === b.catalogue.length &&
  a.catalogue.every(
    (one, at) => one === b.catalogue[at] || JSON.stringify(one) === JSON.stringify(b.catalogue[at]),
  );

const matcherOf = (state: State): AudienceMatcher => {
  const { audiences, make } = state;
  /** Beside each other: the answer is made of them, and nothing else of an audience is looked at for it. */
  const codes = audiences.map(({ code }) => code);
  let placed = placesOf(state);
  const matcher: AudienceMatcher = {
    match: (reading) => {
      if (placed.isWhole) return state.parts[0]!.set.matchNamed(reading, codes);
      const positions: number[] = [];
      for (const part of state.parts) {
        const count = part.set.match(reading);
        for (let at = 0; at < count; at += 1) {
          const where = placed.positionOf(part, part.set.found[at]!);
          if (where >= 0) positions.push(where);
        }
      }
      return positions.sort((a, b) => a - b).map((position) => codes[position]!);
    },
    audience: (code) => {
      const part = placed.partOf(code);
      return part?.audiences[part.ruleOf.get(code)!];
    },
    matches: (reading, code) => {
      // Unless an edit was a moment ago one part has them all, and need not be looked for.
      const part = placed.isWhole ? state.parts[0] : placed.partOf(code);
      const rule = part?.ruleOf.get(code);
      return part !== undefined && rule !== undefined && part.set.holds(reading, rule);
    },
    get invalid() {
      return placed.invalid;
    },
    rebuildSteps: () => (placed.isWhole ? undefined : rebuild()),
  };

  function* rebuild(): Steps<void> {
    const whole = yield* partSteps(audiences, make);
    state.parts = [whole];
    placed = placesOf(state);
  }
  STATES.set(matcher, state);
  return matcher;
};

/** Where each audience is, and whether one part is the matcher as it stands. Costs as much as differs from the large part. */
const placesOf = ({ audiences, parts }: State) => {
  const [large] = parts;
  const { head, tail } = sameEnds(large?.audiences ?? [], audiences);
  const isWhole = parts.length === 1 && head === audiences.length && head === large!.audiences.length;
  const positions = isWhole ? [] : parts.map((part) => new Int32Array(part.audiences.length).fill(-1));
  for (let position = head; position < audiences.length - tail; position += 1) {
    for (let at = 0; at < parts.length; at += 1) {
      // A changed audience is in the large part too, but not as the same object.
      const rule = ruleIn(parts[at]!, audiences[position]!);
      if (rule === undefined) continue;
      positions[at]![rule] = position;
      break;
    }
  }
  /** Position of a part's rule among all audiences; -1: it is not there any more, or not so. */
  const positionOf = (part: Part, rule: number): number => {
    if (part === large) {
      if (rule < head) return rule;
      if (rule >= large.audiences.length - tail) return rule + audiences.length - large.audiences.length;
    }
    return positions[parts.indexOf(part)]![rule]!;
  };
  /** The part that has an audience as it is now: the last, because a changed one is in the large part too. */
  const partOf = (code: string): Part | undefined => {
    for (let at = parts.length - 1; at >= 0; at -= 1) {
      const rule = parts[at]!.ruleOf.get(code);
      if (rule !== undefined && positionOf(parts[at]!, rule) >= 0) return parts[at];
    }
    return undefined;
  };
  return {
    positionOf,
    partOf,
    isWhole,
    invalid: parts.flatMap((part) => part.invalid.filter(({ code }) => partOf(code) === part)),
  };
};
