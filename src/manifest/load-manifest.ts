import { takenAttributes, takenIn } from '../decision/conflicts';
import type { PreparedExperience } from '../decision/decision-world';
import type { Explanation, TraceStep } from '../decision/explanation';
import { runPipeline } from '../decision/pipeline';
import { prepareExperience } from '../decision/prepare-experience';
import { type Situation, situationOf } from '../decision/situation';
import { baseBecause, type Taken } from '../decision/step';
import { composeVariantKey } from '../decision/variant-key';
import type { Decision } from '../model/decision';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { VisitorContext } from '../model/visitor-context';
import type { DecideInput, Engine, EntryExplanation } from './engine';
import { chosenContents } from './chosen-contents';
import { dependenciesOf } from './dependencies';
import { indexEntries } from './entry-index';
import { isListedFor } from './listing';
import type { Manifest } from './manifest';
import { resolveKey } from './resolve-key';
import { worldOf } from './world';

/** How an engine is run; nothing here changes an answer. */
export interface LoadOptions {
  /** Eligible lists kept; 0 = none. Default: `LIMITS.cachedPlacements`. */
  readonly cacheSize?: number;
  /** `false`: audiences are asked one after another, without an index. */
  readonly index?: boolean;
  /** Contexts such as visitors send, each with its consent, from which the index learns what is rare. */
  readonly sample?: readonly VisitorContext[];
}

/** Makes the engine of a manifest. It holds no state but its cache, and never throws once it is there. */
export const loadManifest = (manifest: Manifest, options: LoadOptions = {}): Engine => {
  const world = worldOf(manifest, options);
  const source = {
    goals: new Map(manifest.goals.map((goal) => [goal.code, goal])),
    entryTags: new Map(manifest.entries.map((entry) => [entryKey(entry), entry.interests])),
  };
  const prepared = manifest.experiences.map((experience, index) =>
    prepareExperience(experience, index, source),
  );
  const byCode = new Map(prepared.map((one) => [one.experience.code, one]));
  const index = indexEntries(prepared, manifest.entries);
  const taken = takenAttributes(manifest.experiences);
  const rules = new Map(manifest.audiences.map(({ code, rule }) => [code, rule]));

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
    const one = byCode.get(code);
    if (one !== undefined) return run(one, open(input), input.locale, undefined, trace);
    trace?.push({ step: 'running', outcome: 'decided', code: 'unknown-experience' });
    return {
      experience: code,
      ...baseBecause('base-not-running'),
      weightsVersion: 0,
      manifestVersion: manifest.version,
    };
  };

  /** Each experience is asked once per locale, and once more where it has to step back for an entry. */
  const decideEntries = (
    entries: readonly EntryRef[],
    input: DecideInput,
    traced: boolean,
  ): EntryExplanation[] => {
    const call = open(input);
    const answers = new Map<string, Explanation>();
    return entries.map((entry) => {
      const locale = entry.locale ?? input.locale;
      const explanations = index.experiencesOf(entry).map((one) => {
        const blocked = takenIn(
          taken,
          { ...entry, ...(locale !== undefined && { locale }) },
          one.experience.code,
        );
        const key = JSON.stringify([one.index, locale ?? null, blocked ?? null]);
        const before = answers.get(key);
        if (before !== undefined) return before;
        const trace: TraceStep[] = [];
        const decision = run(one, call, locale, blocked, traced ? trace : undefined);
        const answer = { decision, trace };
        answers.set(key, answer);
        return answer;
      });
      const decisions = explanations.map(({ decision }) => decision);
      return { entry, decisions, variantKey: composeVariantKey(decisions), explanations };
    });
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
    resolveVariantKey: (key, scope, now) =>
      resolveKey(
        key,
        index.experiencesOf(scope).filter(({ experience: { code } }) => {
          const { contentType, documentId, locale } = scope;
          return (
            documentId === undefined ||
            takenIn(taken, { contentType, documentId, ...(locale !== undefined && { locale }) }, code) ===
              undefined
          );
        }),
        now,
      ),
    contentsFor: (entry, variants, preview = false) =>
      chosenContents(
        entry,
        variants,
        index
          .experiencesOf(entry)
          .filter(({ experience: { code } }) => preview || takenIn(taken, entry, code) === undefined),
      ),
    variantContents: (experience, variant) =>
      byCode.get(experience)?.variants.find(({ code }) => code === variant)?.contents ?? [],
    experiencesOf: (scope) => index.experiencesOf(scope).map(({ experience }) => experience),
    isListed: (entry, audiences) => isListedFor(index.targetingOf(entry), audiences),
    hiddenFromLists: (contentType, audiences) =>
      index
        .hideable(contentType)
        .filter((entry) => !isListedFor(entry, audiences))
        .map(({ documentId }) => documentId),
    interestsOf: (entry) => index.targetingOf(entry)?.interests ?? [],
    dependenciesOf: (scope) =>
      dependenciesOf({
        experiences: index.experiencesOf(scope),
        listAudiences:
          scope.documentId === undefined
            ? index.hideable(scope.contentType).flatMap(({ onlyFor, notFor }) => [...onlyFor, ...notFor])
            : [],
        rules,
        world,
      }),
  };
};

/** One call of the engine: the situation is read at most once, at first use. */
interface Call {
  readonly input: DecideInput;
  readonly situation: () => Situation;
}
