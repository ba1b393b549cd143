import { takenIn } from '../decision/conflicts';
import type { PreparedExperience } from '../decision/decision-world';
import type { Explanation, TraceStep } from '../decision/explanation';
import { runPipeline } from '../decision/pipeline';
import { type Situation, situationOf } from '../decision/situation';
import { baseBecause, type Taken } from '../decision/step';
import { composeVariantKey } from '../decision/variant-key';
import type { Decision } from '../model/decision';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { VisitorContext } from '../model/visitor-context';
import type { DecideInput, Engine, EntryExplanation, EntryScope } from './engine';
import { chosenContents } from './chosen-contents';
import { dependenciesOf } from './dependencies';
import { changedState } from './changed-state';
import { type EngineState, freshState } from './engine-state';
import { isListedFor } from './listing';
import type { Manifest } from './manifest';
import { resolveKey } from './resolve-key';
import { shareRecords } from './share-records';

/** How an engine is run; nothing here changes an answer. */
export interface LoadOptions {
  /** Eligible lists kept; 0 = none. Default: `LIMITS.cachedPlacements`. */
  readonly cacheSize?: number;
  /** `false`: audiences are asked one after another, without an index. */
  readonly index?: boolean;
  /** Contexts such as visitors send, each with its consent, from which the index learns what is rare. */
  readonly sample?: readonly VisitorContext[];
  /** The engine of the manifest before an edit; what did not change is taken over from it. */
  readonly previous?: Engine;
}

/** What an engine is made of, for the engine of the next edit. */
const STATES = new WeakMap<Engine, EngineState>();

/**
 * Makes the engine of a manifest. It holds no state but its cache, and never throws once it is there.
 *
 * With `previous` it is made from that engine and what changed, and answers exactly as one made anew would. The
 * previous one stays as it was, for whoever still asks it.
 */
export const loadManifest = (manifest: Manifest, options: LoadOptions = {}): Engine => {
  const before = options.previous && STATES.get(options.previous);
  const shared = before === undefined ? manifest : shareRecords(manifest, before.manifest);
  const state = (before && changedState(shared, options, before)) ?? freshState(shared, options, before);
  const engine = engineOf(state);
  STATES.set(engine, state);
  return engine;
};

const engineOf = ({ manifest, world, experiences, index, targeting, taken }: EngineState): Engine => {
  const run = (
    one: PreparedExperience,
    call: Call,
    locale: string | undefined,
    blocked: Taken | undefined,
    trace?: TraceStep[],
  ): Decision =>
    runPipeline(
      { prepared: one, world, situation: call.situation, locale, forced: call.input.forced, taken: blocked },
      trace,
    );

  const open = (input: DecideInput): Call => {
    let situation: Situation | undefined;
    return { input, situation: () => (situation ??= situationOf(world, input.context, input.now)) };
  };

  const decideOne = (code: string, input: DecideInput, trace?: TraceStep[]): Decision => {
    const one = experiences.get(code);
    if (one !== undefined) return run(one, open(input), input.locale, undefined, trace);
    trace?.push({ step: 'running', outcome: 'decided', code: 'unknown-experience' });
    return {
      experience: code,
      ...baseBecause('base-not-running'),
      weightsVersion: 0,
      manifestVersion: manifest.version,
    };
  };

  /**
   * An experience of several entries is asked once per locale, and once more where it has to step back for an entry.
   */
  const decideEntries = (
    entries: readonly EntryRef[],
    input: DecideInput,
    traced: boolean,
  ): EntryExplanation[] => {
    const call = open(input);
    const answers = new Map<PreparedExperience, Answer[]>();
    return entries.map((entry) => {
      const locale = entry.locale ?? input.locale;
      const there = index.experiencesAt(entry);
      // Of one alone nobody stands in the way.
      const stepsBack = there.length > 1 ? taken.get(entryKey(entry)) : undefined;
      const explanations = there.map((one) => {
        const blocked = takenIn(stepsBack, locale, one.experience.code);
        const given = answers.get(one);
        const before = given?.find(
          (answer) => answer.locale === locale && isSameTaken(answer.blocked, blocked),
        );
        if (before !== undefined) return before.explanation;
        const trace: TraceStep[] = [];
        const decision = run(one, call, locale, blocked, traced ? trace : undefined);
        const explanation = { decision, trace };
        // Kept only where other entries may ask for it: asked again it says the same.
        if (one.experience.entries.length < 2) return explanation;
        if (given === undefined) answers.set(one, [{ explanation, locale, blocked }]);
        else given.push({ explanation, locale, blocked });
        return explanation;
      });
      const decisions = explanations.map(({ decision }) => decision);
      return { entry, decisions, variantKey: composeVariantKey(decisions), explanations };
    });
  };

  /** Experiences of a scope but those that step back for its entry. */
  const answering = (scope: EntryScope): readonly PreparedExperience[] => {
    const { contentType, documentId, locale } = scope;
    const all = index.experiencesOf(scope);
    const stepsBack = documentId === undefined ? undefined : taken.get(entryKey({ contentType, documentId }));
    return stepsBack === undefined
      ? all
      : all.filter(({ experience: { code } }) => takenIn(stepsBack, locale, code) === undefined);
  };

  return {
    manifest,
    invalidAudiences: world.audiences.invalid,
    decide: (experience, input) => decideOne(experience, input),
    explain: (experience, input) => {
      const trace: TraceStep[] = [];
      const decision = decideOne(experience, input, trace);
      return { decision, trace };
    },
    decideMany: (entries, input) =>
      decideEntries(entries, input, false).map(({ entry, decisions, variantKey }) => ({
        entry,
        decisions,
        variantKey,
      })),
    explainMany: (entries, input) => decideEntries(entries, input, true),
    matchAudiences: world.matchAudiences,
    resolveVariantKey: (key, scope, now) => resolveKey(key, answering(scope), now),
    contentsFor: (entry, variants, preview = false) =>
      chosenContents(entry, variants, preview ? index.experiencesOf(entry) : answering(entry)),
    variantContents: (experience, variant) =>
      experiences.get(experience)?.variants.find(({ code }) => code === variant)?.contents ?? [],
    experiencesOf: (scope) => index.experiencesOf(scope).map(({ experience }) => experience),
    isListed: (entry, audiences) => isListedFor(targeting.targetingOf(entry), audiences),
    hiddenFromLists: (contentType, audiences) =>
      targeting
        .hideable(contentType)
        .filter((entry) => !isListedFor(entry, audiences))
        .map(({ documentId }) => documentId),
    interestsOf: (entry) => targeting.targetingOf(entry)?.interests ?? [],
    dependenciesOf: (scope) =>
      dependenciesOf({
        experiences: index.experiencesOf(scope),
        listAudiences:
          scope.documentId === undefined
            ? targeting.hideable(scope.contentType).flatMap(({ onlyFor, notFor }) => [...onlyFor, ...notFor])
            : [],
        ruleOf: (audience) => world.audiences.audience(audience)?.rule,
        world,
      }),
    tidySteps: () => world.audiences.rebuildSteps(),
  };
};

/** What an experience answered, and where. */
interface Answer {
  readonly explanation: Explanation;
  readonly locale: string | undefined;
  readonly blocked: Taken | undefined;
}

const isSameTaken = (a: Taken | undefined, b: Taken | undefined): boolean =>
  a === b || (a?.by === b?.by && a?.attribute === b?.attribute);

/** One call of the engine: the situation is read at most once, at first use. */
interface Call {
  readonly input: DecideInput;
  readonly situation: () => Situation;
}
