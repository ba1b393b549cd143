import { LRUCache } from 'lru-cache';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Document } from '../../../../src/overlay/fills';

/** Everything that the documents of one read of variant content depend on, but the content itself. */
export interface VariantRead {
  readonly uid: string;
  readonly documentIds: readonly string[];
  readonly locale?: string;
  readonly fields: readonly string[];
  readonly populate: Readonly<Record<string, unknown>>;
  readonly status: 'draft' | 'published';
}

/** Published variant content as it was read, until any content or file changes. */
export interface VariantDocumentCache {
  /** The documents of a read; nobody else holds the objects that are answered. */
  read(key: VariantRead, load: () => Promise<readonly Document[]>): Promise<readonly Document[]>;
}

/**
 * @param contentVersion moves with every write to content and files.
 * @param signsUrls whether Strapi signs the URLs of files as it reads them: such URLs end, so nothing is kept.
 */
export function createVariantDocumentCache(
  contentVersion: () => number,
  signsUrls: () => Promise<boolean>,
): VariantDocumentCache {
  const kept = new LRUCache<string, { readonly documents: readonly Document[]; readonly size: number }>({
    max: LIMITS.cachedReads,
    maxSize: LIMITS.cachedReadsCharacters,
    maxEntrySize: LIMITS.cachedReadsCharacters / 16,
    sizeCalculation: ({ size }) => size,
    // For what a project writes past Strapi, which nobody tells us.
    ttl: LIMITS.cachedReadsSeconds * 1_000,
  });
  let version = contentVersion();

  const forgetIfStale = (): void => {
    if (version === contentVersion()) return;
    version = contentVersion();
    kept.clear();
  };

  return {
    read: async (read, load) => {
      // Drafts are read by few, who want to see what they have just written.
      if (read.status !== 'published' || (await signsUrls())) return load();
      forgetIfStale();
      const key = keyOf(read);
      const known = kept.get(key);
      if (known) return structuredClone(known.documents);
      const before = version;
      const documents = await load();
      // An edit in the meantime has emptied the memory; these documents may be from before it.
      if (before === contentVersion()) {
        kept.set(key, {
          documents: structuredClone(documents),
          size: key.length + JSON.stringify(documents).length,
        });
      }
      return documents;
    },
  };
}

/** The caller's rights have already cut `populate` to what the caller may read. */
const keyOf = ({ uid, documentIds, locale, fields, populate, status }: VariantRead): string =>
  JSON.stringify([uid, [...documentIds].sort(), locale ?? null, [...fields].sort(), populate, status]);
