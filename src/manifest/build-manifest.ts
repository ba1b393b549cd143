import { byText } from '../foundation/compare';
import { parseInstant } from '../context/iso-instant';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { Experience, Variant } from '../model/experience';
import type { WeightedTag } from '../model/interest-profile';
import { instantOf } from './instant';
import type { EntryTargeting, Manifest, ManifestExperience, ManifestRecords } from './manifest';

/** What a manifest is made for. */
export interface BuildOptions {
  /** Code of an experience that is included whatever its status, for a preview of it. */
  readonly preview?: string;
}

/**
 * Compiles records into the snapshot that decides: running experiences only, their schedule as instants. The
 * same records in any order give the same manifest, byte for byte. An experience whose schedule cannot be read
 * is left out, because nobody can say that it is in schedule.
 */
export const buildManifest = (records: ManifestRecords, options: BuildOptions = {}): Manifest => ({
  specVersion: 1,
  version: records.version,
  attributes: sorted(records.attributes, ({ path }) => path),
  audiences: sorted(records.audiences, ({ code }) => code),
  interestTags: sorted(records.interestTags, ({ code }) => code),
  goals: sorted(records.goals, ({ code }) => code),
  experiences: records.experiences
    .filter(({ code, status }) => status === 'running' || code === options.preview)
    .sort(byFirstStart)
    .flatMap(compileExperience),
  entries: sorted(records.entries, entryKey).map(compileEntry),
  settings: { ...records.settings },
});

/** Orders experiences by their first start; those that never started come last, ties by code. */
export const byFirstStart = (
  a: Pick<Experience, 'code' | 'startedAt'>,
  b: Pick<Experience, 'code' | 'startedAt'>,
): number => startOf(a) - startOf(b) || byText(a.code, b.code);

const startOf = ({ startedAt }: Pick<Experience, 'startedAt'>): number =>
  (startedAt === undefined ? undefined : parseInstant(startedAt)) ?? Number.MAX_SAFE_INTEGER;

const compileExperience = (experience: Experience): ManifestExperience[] => {
  const { startsAt, endsAt, ...withStatus } = experience;
  const rest = withoutStatus(withStatus);
  const from = startsAt ? instantOf(startsAt, experience.timeZone) : undefined;
  const to = endsAt ? instantOf(endsAt, experience.timeZone) : undefined;
  if ((startsAt && from === undefined) || (endsAt && to === undefined)) return [];
  return [
    {
      ...rest,
      ...(from !== undefined && { startsAt: from }),
      ...(to !== undefined && { endsAt: to }),
      audiences: [...rest.audiences].sort(byText),
      entries: sorted(rest.entries, localKey),
      ranges: [...rest.ranges].sort((a, b) => a.from - b.from),
      variants: [...rest.variants]
        .sort((a, b) => a.order - b.order || byText(a.code, b.code))
        .map(compileVariant),
    },
  ];
};

/** In a manifest everything runs. */
const withoutStatus = <T extends { status: unknown }>(experience: T): Omit<T, 'status'> => {
  const rest: Omit<T, 'status'> & { status?: unknown } = { ...experience };
  delete rest.status;
  return rest;
};

const compileVariant = (variant: Variant): Variant => ({
  ...variant,
  audiences: [...variant.audiences].sort(byText),
  channels: [...variant.channels].sort(byText),
  interests: byTag(variant.interests),
  contents: sorted(variant.contents, ({ entry }) => localKey(entry)),
});

const compileEntry = (entry: EntryTargeting): EntryTargeting => ({
  ...entry,
  interests: byTag(entry.interests),
  onlyFor: [...entry.onlyFor].sort(byText),
  notFor: [...entry.notFor].sort(byText),
});

const byTag = (tags: readonly WeightedTag[]): WeightedTag[] => sorted(tags, ({ tag }) => tag);

const localKey = (entry: EntryRef): string => `${entryKey(entry)}/${entry.locale ?? ''}`;

const sorted = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => byText(key(a), key(b)));
