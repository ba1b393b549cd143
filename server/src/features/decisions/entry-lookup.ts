import { LRUCache } from 'lru-cache';
import type { EntryRef } from '../../../../src/model/entry-ref';
import { err, ok, type Result } from '../../../../src/foundation/result';
import type { Strapi } from '../../strapi';
import { type ContentTypeFacts, contentTypeFacts } from './content-type-facts';
import type { EntryQuestion } from './read-decide-request';

/** Why one entry of a call has no decision. */
export interface EntryProblem {
  readonly code:
    | 'content-type-unknown'
    | 'content-type-not-enabled'
    | 'locale-unknown'
    | 'entry-missing'
    | 'entry-not-found'
    | 'entry-forbidden'
    | 'entry-needs-own-route'
    | 'entry-query-invalid';
  readonly message: string;
}

/** Turns what callers say of an entry into a reference to one that exists. */
export interface EntryLookup {
  /** @param status which of the two must exist; drafts for preview only. */
  find(question: EntryQuestion, status: 'draft' | 'published'): Promise<Result<EntryRef, EntryProblem>>;
  /** The locale that Strapi answers with when none is asked for. */
  defaultLocale(): Promise<string>;
}

const REMEMBERED = 5_000;

/** @param contentVersion a new number means that what is remembered may be stale. */
export function createEntryLookup(strapi: Strapi, contentVersion: () => number): EntryLookup {
  const found = new LRUCache<string, { readonly documentId: string | undefined }>({ max: REMEMBERED });
  let locales: Promise<Locales> | undefined;
  let rememberedAt = contentVersion();

  const forgetIfStale = (): void => {
    if (rememberedAt === contentVersion()) return;
    rememberedAt = contentVersion();
    found.clear();
    locales = undefined;
  };

  const knownLocales = (): Promise<Locales> => {
    forgetIfStale();
    return (locales ??= readLocales(strapi));
  };

  const documentIdOf = async (where: Lookup): Promise<string | undefined> => {
    forgetIfStale();
    const key = JSON.stringify([where.facts.uid, where.documentId, where.uid, where.locale, where.status]);
    const known = found.get(key);
    if (known) return known.documentId;
    const version = rememberedAt;
    const documentId = await queryDocumentId(strapi, where);
    // An edit in the meantime has emptied the memory; this answer may be from before it.
    if (version === contentVersion()) found.set(key, { documentId });
    return documentId;
  };

  return {
    defaultLocale: async () => (await knownLocales()).default,
    find: async (question, status) => {
      const facts = contentTypeFacts(strapi, question.contentType);
      const typeProblem = problemOfType(facts, question);
      if (typeProblem || !facts) return err(typeProblem as EntryProblem);
      const known = await knownLocales();
      const locale = facts.localized ? (question.locale ?? known.default) : undefined;
      if (locale !== undefined && !known.codes.has(locale)) {
        return err({ code: 'locale-unknown', message: `This project has no locale "${locale}".` });
      }
      const { documentId: asked, uid } = question;
      const named = isStorable(asked) && isStorable(uid);
      const documentId = named
        ? await documentIdOf({ facts, documentId: asked, uid, locale, status })
        : undefined;
      if (documentId === undefined) {
        return err({ code: 'entry-not-found', message: 'No such entry is published in this locale.' });
      }
      return ok({ contentType: facts.uid, documentId, ...(locale !== undefined && { locale }) });
    },
  };
}

/** PostgreSQL refuses to be asked for text with NUL, which nothing there can hold. */
const isStorable = (text: string | undefined): boolean => !text?.includes('\0');

interface Locales {
  readonly codes: ReadonlySet<string>;
  readonly default: string;
}

/** i18n is part of Strapi 5, but a project may have removed it. */
async function readLocales(strapi: Strapi): Promise<Locales> {
  const service = strapi.plugin('i18n')?.service('locales') as
    | { find(): Promise<{ code: string }[]>; getDefaultLocale(): Promise<string | null> }
    | undefined;
  const codes = new Set((await service?.find())?.map(({ code }) => code));
  return { codes, default: (await service?.getDefaultLocale()) ?? 'en' };
}

function problemOfType(
  facts: ContentTypeFacts | undefined,
  question: EntryQuestion,
): EntryProblem | undefined {
  if (!facts || !facts.uid.startsWith('api::')) {
    return {
      code: 'content-type-unknown',
      message: 'There is no such content type; use its uid, for example "api::article.article".',
    };
  }
  if (!facts.enabled) {
    return {
      code: 'content-type-not-enabled',
      message: 'Personalization is not turned on for this content type.',
    };
  }
  const named = question.documentId !== undefined || question.uid !== undefined;
  if (!named && facts.kind === 'collectionType') {
    return { code: 'entry-missing', message: 'Say which entry: send its "documentId" or "uid".' };
  }
  if (question.documentId === undefined && question.uid !== undefined && !uidAttribute(facts)) {
    return {
      code: 'entry-missing',
      message: 'This content type has no public uid attribute; send "documentId".',
    };
  }
  return undefined;
}

interface Lookup {
  readonly facts: ContentTypeFacts;
  readonly documentId?: string;
  readonly uid?: string;
  readonly locale?: string;
  readonly status: 'draft' | 'published';
}

async function queryDocumentId(strapi: Strapi, lookup: Lookup): Promise<string | undefined> {
  const { facts, documentId, uid, locale, status } = lookup;
  const slug = uidAttribute(facts);
  const where: Record<string, unknown> = {
    ...(documentId !== undefined
      ? { documentId }
      : uid !== undefined && slug !== undefined
        ? { [slug]: uid }
        : {}),
    ...(locale !== undefined && { locale }),
    ...(facts.draftAndPublish && { publishedAt: { $null: status === 'draft' } }),
  };
  const query = strapi.db.query(facts.uid) as {
    findOne(params: object): Promise<{ documentId: string } | null>;
  };
  const row = await query.findOne({ where, select: ['documentId'] });
  return row?.documentId;
}

/** A private uid must not become a way to ask for its values. */
const uidAttribute = (facts: ContentTypeFacts): string | undefined =>
  Object.entries(facts.attributes).find(([, { type, private: hidden }]) => type === 'uid' && !hidden)?.[0];
