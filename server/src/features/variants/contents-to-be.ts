import { type Document, emptiesOf, fillsOf } from '../../../../src/overlay/fills';
import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import type { Strapi } from '../../strapi';
import { localeOrDefault } from './default-locale';
import { type LoadedContent, loadContents } from './load-contents';
import type { SiblingType } from './sibling-types';

/** A call of Strapi's document service as its middlewares see it. */
export interface Call {
  readonly uid: string;
  readonly action: string;
  readonly params: {
    readonly documentId?: string;
    readonly locale?: unknown;
    readonly status?: unknown;
    readonly data?: unknown;
  };
}

/**
 * The contents that this call would make public, as they would be: those of the drafts that it publishes, or
 * what it writes where a write is public at once. Nothing for calls that make nothing public, and for
 * documents that no variant uses.
 */
export async function contentsToBe(
  strapi: Strapi,
  sibling: SiblingType,
  call: Call,
): Promise<LoadedContent[]> {
  const { action, params } = call;
  const { documentId } = params;
  const isWrite = action === 'create' || action === 'update';
  const isPublic =
    action === 'publish' || (isWrite && (!sibling.draftAndPublish || params.status === 'published'));
  // A document that is being created has no link yet.
  if (!isPublic || documentId === undefined) return [];
  const document = { contentType: sibling.uid, documentId };
  const stored = await loadContents(strapi, { document, status: 'draft' });
  const wanted = await localesOf(strapi, sibling, params.locale);
  const current = stored.filter(({ content }) => !wanted || wanted.has(content.entry.locale));
  if (action === 'publish') return current;
  return current.map((loaded) => ({ ...loaded, content: afterWrite(sibling, loaded.content, params.data) }));
}

/** The content that a new document with this data would be. */
export const contentOfData = (
  sibling: SiblingType,
  { experience, variant, entry }: { experience: string; variant: string; entry: BaseEntryRef },
  data: unknown,
): LoadedContent => ({
  experience,
  variant,
  content: afterWrite(
    sibling,
    { entry, variantContentType: sibling.uid, variantDocumentId: '', fills: [], empties: [] },
    data,
  ),
});

function afterWrite(
  sibling: SiblingType,
  stored: LoadedContent['content'],
  data: unknown,
): LoadedContent['content'] {
  const written = (typeof data === 'object' && data !== null ? data : {}) as Document;
  const before = Object.fromEntries(stored.fills.map((name) => [name, [{ id: 1 }]]));
  const values: Document = {
    ...before,
    contextualEmpty: stored.empties,
    ...Object.fromEntries(
      Object.entries(written).map(([name, value]) => [name, linked(value, Object.hasOwn(before, name))]),
    ),
  };
  return { ...stored, fills: fillsOf(values, sibling.overlay), empties: emptiesOf(values, sibling.overlay) };
}

/** Strapi's long forms of relations and media as the value they lead to. */
function linked(value: unknown, wasFilled: boolean): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { set, connect } = value as { set?: unknown; connect?: unknown };
  if (set !== undefined) return set;
  if (!Object.hasOwn(value, 'connect') && !Object.hasOwn(value, 'disconnect')) return value;
  return wasFilled || (Array.isArray(connect) && connect.length > 0) ? [{ id: 1 }] : [];
}

/** The locales of a call; undefined = all. None given means the project's default, as in Strapi. */
async function localesOf(
  strapi: Strapi,
  sibling: SiblingType,
  locale: unknown,
): Promise<ReadonlySet<string | undefined> | undefined> {
  if (!sibling.localized || locale === '*') return undefined;
  if (typeof locale === 'string') return new Set([locale]);
  if (Array.isArray(locale)) return new Set(locale.map(String));
  return new Set([await localeOrDefault(strapi, sibling, undefined)]);
}
