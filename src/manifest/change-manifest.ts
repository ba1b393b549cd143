import type { AttributeDeclaration } from '../context/attributes';
import { byText } from '../foundation/compare';
import { changedList, type Compare, placeOf } from '../foundation/ordered-list';
import { sameJson } from '../foundation/same-json';
import type { Audience } from '../model/audience';
import { entryKey } from '../model/entry-ref';
import type { Experience } from '../model/experience';
import { belongs } from './build-manifest';
import { compileEntry, compileExperience } from './compile-record';
import type { DecisionSettings, EntryTargeting, Manifest, ManifestRecords } from './manifest';
import { byCode, byEntryKey, byFirstStart, codeOf } from './record-order';

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
  audiences: changed(manifest.audiences, BY_CODE, put.audiences, remove.audiences?.map(coded)),
  interestTags: changed(manifest.interestTags, BY_CODE, put.interestTags, remove.interestTags?.map(coded)),
  goals: changed(manifest.goals, BY_CODE, put.goals, remove.goals?.map(coded)),
  experiences: changed(
    manifest.experiences,
    BY_START,
    put.experiences?.flatMap((one) => (belongs(one, options.preview) ? (compileExperience(one) ?? []) : [])),
    // One that was paused, say, is written and yet leaves.
    [...(put.experiences ?? []), ...(remove.experiences ?? []).map(coded)],
  ),
  entries: changed(manifest.entries, BY_ENTRY, put.entries?.map(compileEntry), remove.entries),
  ...(settings && { settings: { ...settings } }),
});

/** How the items of a list are named and ordered, by the part `P` of them. */
interface ListOrder<P> {
  readonly keyOf: (part: P) => string;
  readonly compare: Compare<P>;
  /** Nothing but the name orders, so what is not in its place is not there. */
  readonly byKeyAlone: boolean;
}

const coded = (code: string): { readonly code: string } => ({ code });

const BY_CODE: ListOrder<Pick<Audience, 'code'>> = { keyOf: codeOf, compare: byCode, byKeyAlone: true };
const BY_START: ListOrder<Pick<Experience, 'code' | 'startedAt'>> = {
  keyOf: codeOf,
  compare: byFirstStart,
  byKeyAlone: false,
};
const BY_ENTRY: ListOrder<Pick<EntryTargeting, 'contentType' | 'documentId'>> = {
  keyOf: entryKey,
  compare: byEntryKey,
  byKeyAlone: true,
};

const changed = <P, T extends P>(
  list: readonly T[],
  order: ListOrder<P>,
  put: readonly T[] = [],
  remove: readonly P[] = [],
): readonly T[] => {
  const coming = new Map(put.map((item) => [order.keyOf(item), item]));
  const touched = new Map([...remove, ...put].map((part) => [order.keyOf(part), part]));
  const gone = new Set<T>();
  for (const [key, part] of touched) {
    const item = find(list, key, part, order);
    if (item === undefined) continue;
    if (sameJson(item, coming.get(key))) coming.delete(key);
    else gone.add(item);
  }
  return gone.size + coming.size === 0
    ? list
    : changedList(list, gone, [...coming.values()].sort(order.compare), order.compare);
};

/** The item of that key: mostly where `part` belongs; where something else orders too, it may have changed. */
const find = <P, T extends P>(
  list: readonly T[],
  key: string,
  part: P,
  { keyOf, compare, byKeyAlone }: ListOrder<P>,
): T | undefined => {
  const item = list[placeOf<P>(list, part, 0, compare)];
  if (item !== undefined && keyOf(item) === key) return item;
  return byKeyAlone ? undefined : list.find((one) => keyOf(one) === key);
};

const changedAttributes = (
  before: readonly AttributeDeclaration[],
  given: readonly AttributeDeclaration[],
): readonly AttributeDeclaration[] => {
  const attributes = [...given].sort((a, b) => byText(a.path, b.path));
  return sameJson(before, attributes) ? before : attributes;
};
