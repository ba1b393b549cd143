import { type StepBack, takenAttributes } from '../decision/conflicts';
import type { PreparedExperience } from '../decision/decision-world';
import { prepareExperience } from '../decision/prepare-experience';
import { isAscending } from '../foundation/ordered-list';
import { type PatchedMap, patchedMap } from '../foundation/patched-map';
import type { Goal } from '../model/goal';
import { type EntryIndex, indexEntries } from './entry-index';
import type { LoadOptions } from './load-manifest';
import type { Manifest } from './manifest';
import { byCode, byEntryKey, firstStart } from './record-order';
import { indexTargeting, type TargetingIndex } from './targeting-index';
import { type World, worldOf } from './world';
import { freshParts, lastingPartsOf, type PartsBefore, type WorldParts } from './world-parts';

/** All that an engine knows. Nothing in it is ever changed: the engine of an edit shares what is the same. */
export interface EngineState {
  readonly manifest: Manifest;
  /** Without `previous`, so that an engine does not keep all before it alive. */
  readonly options: Omit<LoadOptions, 'previous'>;
  readonly parts: WorldParts;
  readonly world: World;
  readonly goals: ReadonlyMap<string, Goal>;
  /** By code. */
  readonly experiences: PatchedMap<PreparedExperience>;
  readonly index: EntryIndex;
  readonly targeting: TargetingIndex;
  /** By the key of the entry. */
  readonly taken: PatchedMap<readonly StepBack[]>;
  /** The next number of an experience's definition: one counter for all states that were made from one another. */
  readonly numbers: { next: number };
  /** As `buildManifest` makes it: lists in their order, no code twice. Only then can a change be told in place. */
  readonly regular: boolean;
}

/** Makes everything anew. @param before whose compiled rules may be used again */
export const freshState = (manifest: Manifest, options: LoadOptions, before?: EngineState): EngineState => {
  const parts = freshParts(manifest, options, before && partsBefore(before));
  const targeting = indexTargeting(manifest.entries);
  const source = {
    goals: goalsOf(manifest),
    tagsOf: (entry: { contentType: string; documentId: string }) =>
      targeting.targetingOf(entry)?.interests ?? [],
  };
  const prepared = manifest.experiences.map((experience, number) =>
    prepareExperience(experience, number, source),
  );
  const byItsCode = new Map(prepared.map((one) => [one.experience.code, one]));
  const { index, shared } = indexEntries(prepared);
  return {
    manifest,
    options: lastingOptions(options),
    parts: lastingPartsOf(parts),
    world: worldOf(manifest, options, parts),
    goals: source.goals,
    experiences: patchedMap(byItsCode),
    index,
    targeting,
    taken: patchedMap(takenAttributes(manifest.experiences, shared)),
    numbers: { next: prepared.length },
    regular: byItsCode.size === prepared.length && isInOrder(manifest),
  };
};

/** What is remembered of how an engine was loaded. */
export const lastingOptions = ({ previous: _, ...options }: LoadOptions): EngineState['options'] => options;

/** Goals by code. */
export const goalsOf = ({ goals }: Manifest): ReadonlyMap<string, Goal> =>
  new Map(goals.map((goal) => [goal.code, goal]));

/** What the world of the next manifest may take over. */
export const partsBefore = ({ manifest, options, parts, world }: EngineState): PartsBefore => ({
  manifest,
  options,
  parts,
  matcher: world.audiences,
});

const isInOrder = ({ audiences, entries, experiences }: Manifest): boolean =>
  isAscending(audiences, byCode) &&
  isAscending(entries, byEntryKey) &&
  isAscending(
    experiences.map((experience) => ({ code: experience.code, start: firstStart(experience) })),
    (a, b) => a.start - b.start || byCode(a, b),
  );
