import type { AttributeDeclaration } from '../context/attributes';
import { byText } from '../foundation/compare';
import { changedList, type Compare } from '../foundation/ordered-list';
import { sameJson } from '../foundation/same-json';
import { entryKey } from '../model/entry-ref';
import { belongs } from './build-manifest';
import { compileEntry, compileExperience } from './compile-record';
import type {
  DecisionSettings,
  EntryTargeting,
  Manifest,
  ManifestExperience,
  ManifestRecords,
} from './manifest';
import { byCode, byEntryKey, byFirstStart } from './record-order';

/** Records that were written, and records that are no more. */
export interface ManifestChange {
  /** Counter of the version row after the change. */
  readonly version: number;
  /** New or changed records, whole; one with the same code (entries: of the same entry) is replaced. */
  readonly put?: Partial<
    Pick<ManifestRecords, 'audiences' | 'interestTags' | 'goals' | 'experiences' | 'entries'>
  >;
  /** By code; entries by what they refer to. What is not there is no error; what is also put stays. */
  readonly remove?: {
    readonly audiences?: readonly string[];
    readonly interestTags?: readonly string[];
    readonly goals?: readonly string[];
    readonly experiences?: readonly string[];
    readonly entries?: readonly { readonly contentType: string; readonly documentId: string }[];
  };
  /** The whole list, where a declaration changed. */
  readonly attributes?: readonly AttributeDeclaration[];
  readonly settings?: DecisionSettings;
}

/**
 * The manifest after a change, byte for byte as `buildManifest` makes it of the changed records, with everything
 * that did not change as the same objects. Costs a walk over the lists that changed, not over what is in them.
 *
 * @param manifest as `buildManifest` made it
 * @param options `preview` as the manifest was built with
 */
export const changeManifest = (
  manifest: Manifest,
  { version, put = {}, remove = {}, attributes, settings }: ManifestChange,
  options: { readonly preview?: string } = {},
): Manifest => ({
  ...manifest,
  version,
  ...(attributes && { attributes: changedAttributes(manifest.attributes, attributes) }),
  audiences: changed(manifest.audiences, BY_CODE, put.audiences, remove.audiences),
  interestTags: changed(manifest.interestTags, BY_CODE, put.interestTags, remove.interestTags),
  goals: changed(manifest.goals, BY_CODE, put.goals, remove.goals),
  experiences: changed(
    manifest.experiences,
    BY_START,
    put.experiences?.flatMap((one) => (belongs(one, options.preview) ? (compileExperience(one) ?? []) : [])),
    // One that was paused, say, is written and yet leaves.
    [...(put.experiences ?? []).map(codeOf), ...(remove.experiences ?? [])],
  ),
  entries: changed(manifest.entries, BY_ENTRY, put.entries?.map(compileEntry), remove.entries?.map(entryKey)),
  ...(settings && { settings: { ...settings } }),
});

/** How the items of a list are named and ordered. */
interface ListOrder<T> {
  readonly keyOf: (item: T) => string;
  readonly compare: Compare<T>;
}

const codeOf = ({ code }: { readonly code: string }): string => code;

const BY_CODE: ListOrder<{ readonly code: string }> = { keyOf: codeOf, compare: byCode };
const BY_START: ListOrder<ManifestExperience> = { keyOf: codeOf, compare: byFirstStart };
const BY_ENTRY: ListOrder<EntryTargeting> = { keyOf: entryKey, compare: byEntryKey };

const changed = <T>(
  list: readonly T[],
  { keyOf, compare }: ListOrder<T>,
  put: readonly T[] = [],
  remove: readonly string[] = [],
): readonly T[] => {
  const coming = new Map(put.map((item) => [keyOf(item), item]));
  const touched = new Set([...coming.keys(), ...remove]);
  if (touched.size === 0) return list;
  const gone = new Set<T>();
  for (const item of list) {
    const key = keyOf(item);
    if (!touched.has(key)) continue;
    if (sameJson(item, coming.get(key))) coming.delete(key);
    else gone.add(item);
  }
  return gone.size + coming.size === 0
    ? list
    : changedList(list, gone, [...coming.values()].sort(compare), compare);
};

const changedAttributes = (
  before: readonly AttributeDeclaration[],
  given: readonly AttributeDeclaration[],
): readonly AttributeDeclaration[] => {
  const attributes = [...given].sort((a, b) => byText(a.path, b.path));
  return sameJson(before, attributes) ? before : attributes;
};
