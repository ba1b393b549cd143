import { LRUCache } from 'lru-cache';
import { ATTRIBUTE_CATALOGUE } from '../context/attribute-catalogue';
import type { AttributeDeclaration } from '../context/attributes';
import type { PlacementCache } from '../decision/decision-world';
import { type Placement, placementBytes, type PlacementKey } from '../decision/placement';
import { LIMITS } from '../foundation/limits';
import type { InterestGroup } from '../model/interest-profile';
import type { AudienceMatcher } from '../rules/audience-matcher';
import type { LoadOptions } from './load-manifest';
import type { Manifest } from './manifest';

/** Parts of a world that the world of the next manifest takes over where nothing changed. */
export interface WorldParts {
  /** Declarations that rules are read with. The same object as before an edit where no declaration changed. */
  readonly attributes: readonly AttributeDeclaration[];
  readonly tagGroups: ReadonlyMap<string, InterestGroup>;
  readonly cache?: { readonly size: number; readonly placements: PlacementCache };
}

/** Parts of a world that is about to be made. The matcher before is not kept with it: it may hold a large index. */
export interface NewWorldParts extends WorldParts {
  /** Of the manifest before, made with the same `attributes`: it has the rules that did not change compiled. */
  readonly previousMatcher?: AudienceMatcher;
  /** The same, where no audience changed either: it is the matcher of this manifest too. */
  readonly matcher?: AudienceMatcher;
}

/** What a world is taken over from. */
export interface PartsBefore {
  readonly manifest: Manifest;
  readonly parts: WorldParts;
  readonly matcher: AudienceMatcher;
  readonly options: LoadOptions;
}

/** What is kept for the world of the next manifest. */
export const lastingPartsOf = ({ previousMatcher: _, matcher: __, ...parts }: NewWorldParts): WorldParts =>
  parts;

/** Parts made anew. Rules that are compiled already stay compiled: they depend on no other record. */
export const freshParts = (manifest: Manifest, options: LoadOptions, before?: PartsBefore): NewWorldParts => {
  const size = cacheSizeOf(options);
  return {
    ...sharedParts(manifest, options, before),
    ...(size > 0 && { cache: cacheOf(size) }),
  };
};

/**
 * Parts of which only what changed is new. Cached placements stay: their key is the number of the experience's
 * definition, which no other definition ever gets, and which of its audiences match. So it does not depend on
 * what an edit changes, and an engine that is still asked meanwhile reads and writes the same answers.
 */
export const changedParts = (
  manifest: Manifest,
  options: LoadOptions,
  before: PartsBefore,
): NewWorldParts => {
  const size = cacheSizeOf(options);
  return {
    ...sharedParts(manifest, options, before),
    ...(size > 0 && { cache: before.parts.cache?.size === size ? before.parts.cache : cacheOf(size) }),
  };
};

const sharedParts = (
  manifest: Manifest,
  options: LoadOptions,
  before: PartsBefore | undefined,
): Omit<NewWorldParts, 'cache'> => {
  const sameAttributes = before !== undefined && manifest.attributes === before.manifest.attributes;
  return {
    // The built-in declarations come last and so win: no project can declare a stored attribute to need no consent.
    attributes: sameAttributes ? before.parts.attributes : [...manifest.attributes, ...ATTRIBUTE_CATALOGUE],
    tagGroups:
      before !== undefined && manifest.interestTags === before.manifest.interestTags
        ? before.parts.tagGroups
        : new Map(manifest.interestTags.map(({ code, group }) => [code, group])),
    ...(sameAttributes && { previousMatcher: before.matcher }),
    ...(sameAttributes &&
      manifest.audiences === before.manifest.audiences &&
      isSameIndex(options, before.options) && { matcher: before.matcher }),
  };
};

/** How many placements an engine keeps; 0 = none. */
const cacheSizeOf = ({ cacheSize }: LoadOptions): number => cacheSize ?? LIMITS.cachedPlacements;

const isSameIndex = (a: LoadOptions, b: LoadOptions): boolean => a.index === b.index && a.sample === b.sample;

/** Made when there is something to keep: whoever only matches audiences must not pay for its room. */
const cacheOf = (size: number): NonNullable<WorldParts['cache']> => {
  let made: PlacementCache | undefined;
  return {
    size,
    placements: {
      get: (key) => made?.get(key),
      set: (key, placement) => (made ??= boundedCache(size)).set(key, placement),
    },
  };
};

/** Bounded in entries and in bytes: lists of many variants are few. */
const boundedCache = (size: number): PlacementCache =>
  new LRUCache<PlacementKey, Placement>({
    max: size,
    maxSize: LIMITS.cachedPlacementBytes,
    sizeCalculation: placementBytes,
  });
