import { takenAttributes } from '../decision/conflicts';
import type { PreparedExperience } from '../decision/decision-world';
import { goalOf, prepareExperience } from '../decision/prepare-experience';
import { type ListChanges, listChanges } from '../foundation/ordered-list';
import { type EntryIndex, placesOf } from './entry-index';
import { type EngineState, goalsOf, lastingOptions, partsBefore } from './engine-state';
import type { LoadOptions } from './load-manifest';
import type { EntryTargeting, Manifest, ManifestExperience } from './manifest';
import { byCode, byEntryKey, byFirstStart } from './record-order';
import { worldOf } from './world';
import { changedParts, lastingPartsOf } from './world-parts';

/** Experiences that may always change in place, and the share of all above which making all anew is cheaper. */
const FEW = 64;
const MANY = 0.25;

/**
 * The state after an edit: what changed is made anew, all else is shared with the state before, which stays as
 * it was. Records are the same where they are the same object. `undefined` where too much changed, or where the
 * manifest is not as `buildManifest` makes it, so that what changed cannot be told in place.
 */
export const changedState = (
  manifest: Manifest,
  options: LoadOptions,
  before: EngineState,
): EngineState | undefined => {
  const audiences = listChanges(before.manifest.audiences, manifest.audiences, byCode);
  const entries = listChanges(before.manifest.entries, manifest.entries, byEntryKey);
  const experiences = listChanges(before.manifest.experiences, manifest.experiences, byFirstStart);
  if (!before.regular || !audiences || !entries || !experiences) return undefined;
  if (!staysDistinct(experiences, before)) return undefined;

  const goals = manifest.goals === before.manifest.goals ? before.goals : goalsOf(manifest);
  const gone = new Set(experiences.gone);
  const stale = [...staleOnes(manifest, before, goals, entries)].filter(
    ({ experience }) => !gone.has(experience),
  );
  if (isMuch(experiences.come.length + gone.size + stale.length, manifest)) return undefined;

  const targeting = before.targeting.with(entries);
  const source = {
    goals,
    tagsOf: (entry: { contentType: string; documentId: string }) =>
      targeting.targetingOf(entry)?.interests ?? [],
  };
  // A number stands for a definition in cache keys, so only an experience that says the same keeps its own.
  const numbers = new Map([
    ...stale.map(({ experience, index: number }) => [experience, number] as const),
    ...experiences.come.map((experience) => [experience, before.numbers.next++] as const),
  ]);
  const prepared: ListChanges<PreparedExperience> = {
    gone: [...experiences.gone.map(({ code }) => before.experiences.get(code)!), ...stale],
    come: inOrderOf(manifest, experiences.come, stale).map((experience) =>
      prepareExperience(experience, numbers.get(experience)!, source),
    ),
  };
  const index = before.index.with(prepared);
  const parts = changedParts(manifest, options, partsBefore(before));
  return {
    manifest,
    options: lastingOptions(options),
    parts: lastingPartsOf(parts),
    world: worldOf(manifest, options, parts),
    goals,
    experiences: before.experiences.with(
      new Map([
        ...prepared.gone.map(({ experience }) => [experience.code, undefined] as const),
        ...prepared.come.map((one) => [one.experience.code, one] as const),
      ]),
    ),
    index,
    targeting,
    taken: before.taken.with(takenChanges(manifest, before, index, experiences)),
    numbers: before.numbers,
    regular: true,
  };
};

type ExperienceChanges = ListChanges<ManifestExperience>;

/** Does every code still stand for one experience? */
const staysDistinct = ({ gone, come }: ExperienceChanges, before: EngineState): boolean => {
  const left = new Set(gone.map(({ code }) => code));
  const codes = new Set(come.map(({ code }) => code));
  return (
    codes.size === come.length &&
    come.every(({ code }) => left.has(code) || before.experiences.get(code) === undefined)
  );
};

const isMuch = (changes: number, { experiences }: Manifest): boolean =>
  changes > Math.max(FEW, experiences.length * MANY);

/** Experiences of before whose goal, or whose entries' interests, were edited. */
const staleOnes = (
  manifest: Manifest,
  before: EngineState,
  goals: EngineState['goals'],
  entries: ListChanges<EntryTargeting>,
): Set<PreparedExperience> => {
  const stale = new Set<PreparedExperience>();
  for (const entry of [...entries.gone, ...entries.come]) {
    for (const one of before.index.experiencesOf(entry)) stale.add(one);
  }
  if (goals !== before.goals) {
    for (const { code } of manifest.experiences) {
      const one = before.experiences.get(code);
      if (one !== undefined && one.goal !== goalOf(one.experience, goals)) stale.add(one);
    }
  }
  return stale;
};

/** What is to be prepared, in the order of the manifest. */
const inOrderOf = (
  { experiences }: Manifest,
  come: readonly ManifestExperience[],
  stale: readonly PreparedExperience[],
): readonly ManifestExperience[] => {
  if (stale.length === 0) return come;
  const wanted = new Set([...come, ...stale.map(({ experience }) => experience)]);
  return experiences.filter((experience) => wanted.has(experience));
};

/** Who steps back is asked again for the entries alone that a changed experience has or had. */
const takenChanges = (
  { experiences }: Manifest,
  before: EngineState,
  index: EntryIndex,
  { gone, come }: ExperienceChanges,
) => {
  const touched = new Map([...gone, ...come].flatMap((experience) => [...placesOf(experience)]));
  const shared = new Set<string>();
  const involved = new Set<ManifestExperience>();
  for (const [key, place] of touched) {
    const there = index.experiencesAt(place);
    if (there.length < 2) continue;
    shared.add(key);
    for (const { experience } of there) involved.add(experience);
  }
  const taken = takenAttributes(
    // One walk for all: of several lists nobody knows the order, and dates are slow to compare.
    involved.size === 0 ? [] : experiences.filter((experience) => involved.has(experience)),
    shared,
  );
  const affected = [...touched.keys()].filter((key) => taken.has(key) || before.taken.get(key) !== undefined);
  return new Map(affected.map((key) => [key, taken.get(key)]));
};
