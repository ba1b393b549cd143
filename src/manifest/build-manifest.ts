import { byText } from '../foundation/compare';
import { sameJson } from '../foundation/same-json';
import { sortSteps } from '../foundation/sort-steps';
import { finish, type Steps } from '../foundation/steps';
import type { AttributeDeclaration } from '../context/attributes';
import type { Audience } from '../model/audience';
import type { Goal } from '../model/goal';
import type { InterestTag } from '../model/interest-profile';
import { entryKey } from '../model/entry-ref';
import type { Experience } from '../model/experience';
import { compileEntry, compileExperience } from './compile-record';
import type { EntryTargeting, Manifest, ManifestExperience, ManifestRecords } from './manifest';
import { codeOf, firstStart } from './record-order';

/** What a manifest is made for, and after. */
export interface BuildOptions {
  /** Code of an experience that is included whatever its status, for a preview of it. */
  readonly preview?: string;
  /**
   * An earlier manifest. What says the same in both is taken over from it, as the same objects, so that
   * `loadManifest(…, { previous })` sees at a glance what changed. The text of the manifest does not depend on it.
   */
  readonly previous?: Manifest;
}

/**
 * Compiles records into the snapshot that decides: running experiences only, their schedule as instants. The
 * same records in any order give the same manifest, byte for byte. An experience whose schedule cannot be read
 * is left out, because nobody can say that it is in schedule.
 */
export const buildManifest = (records: ManifestRecords, options: BuildOptions = {}): Manifest =>
  finish(manifestSteps(records, options));

/** The same in steps of one record each, for whoever has requests to answer in between. */
export const manifestSteps = function* (
  records: ManifestRecords,
  { preview, previous }: BuildOptions = {},
): Steps<Manifest> {
  const attributes = yield* listSteps(records.attributes, asTheyAre<AttributeDeclaration>(pathOf), undefined);
  return {
    specVersion: 1,
    version: records.version,
    attributes: previous && sameJson(attributes, previous.attributes) ? previous.attributes : attributes,
    audiences: yield* listSteps(records.audiences, asTheyAre<Audience>(codeOf), previous?.audiences),
    interestTags: yield* listSteps(
      records.interestTags,
      asTheyAre<InterestTag>(codeOf),
      previous?.interestTags,
    ),
    goals: yield* listSteps(records.goals, asTheyAre<Goal>(codeOf), previous?.goals),
    experiences: yield* listSteps(records.experiences, experiencesFor(preview), previous?.experiences),
    entries: yield* listSteps(
      records.entries,
      { ...asTheyAre<EntryTargeting>(entryKey), compile: compileEntry },
      previous?.entries,
    ),
    settings: { ...records.settings },
  };
};

/** Does this record stand in the manifest at all? */
export const belongs = ({ code, status }: Experience, preview: string | undefined): boolean =>
  status === 'running' || code === preview;

/** How records become items of a manifest's list. */
interface ListKind<R, T> {
  /** `undefined`: the record is left out. */
  readonly compile: (record: R) => T | undefined;
  /** Names an item among its like, and orders those that `rank` leaves equal. */
  readonly keyOf: (item: T) => string;
  /** Smallest first; without it the key alone orders. */
  readonly rank?: (item: T) => number;
}

const asTheyAre = <T>(keyOf: (item: T) => string): ListKind<T, T> => ({ compile: (record) => record, keyOf });

const pathOf = ({ path }: { readonly path: string }): string => path;

const experiencesFor = (preview: string | undefined): ListKind<Experience, ManifestExperience> => ({
  compile: (experience) => (belongs(experience, preview) ? compileExperience(experience) : undefined),
  keyOf: codeOf,
  rank: firstStart,
});

const listSteps = function* <R, T>(
  records: readonly R[],
  { compile, keyOf, rank }: ListKind<R, T>,
  before: readonly T[] | undefined,
): Steps<readonly T[]> {
  const known = new Map<string, T>();
  for (const item of before ?? []) {
    known.set(keyOf(item), item);
    yield;
  }
  // The keys are made once for each item: a comparison would make them again and again.
  const keyed: { readonly item: T; readonly key: string; readonly rank: number }[] = [];
  for (const record of records) {
    const item = compile(record);
    if (item !== undefined) {
      const key = keyOf(item);
      const same = known.get(key);
      keyed.push({
        item: same !== undefined && sameJson(same, item) ? same : item,
        key,
        rank: rank?.(item) ?? 0,
      });
    }
    yield;
  }
  const sorted = yield* sortSteps(keyed, (a, b) => a.rank - b.rank || byText(a.key, b.key));
  const items = sorted.map(({ item }) => item);
  return before?.length === items.length && items.every((item, index) => item === before[index])
    ? before
    : items;
};
