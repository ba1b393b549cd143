import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { type NoteAffected, siblingTypes } from '../variants';
import { documentsFilling, type StoredSibling } from './count-filled';
import { forgetEmpties } from './forget-empties';
import { lostAttributes } from './schema-difference';

/** What Strapi tells its hooks around the change of the tables. */
interface SyncEvent {
  /** As the start before had them; none at the very first. */
  readonly oldContentTypes?: Readonly<Record<string, StoredType | undefined>>;
}

type StoredType = StoredSibling & {
  readonly pluginOptions?: { readonly contextual?: { readonly variantOf?: string } };
};

/** What of a sibling is about to be lost. */
interface Lost {
  readonly uid: string;
  readonly baseUid: string;
  readonly attributes: readonly string[];
  readonly documents: ReadonlySet<string>;
}

interface Hook {
  register(handler: (event: SyncEvent) => Promise<void>): unknown;
}

/**
 * Tells what a change of schemas did to variants: Strapi keeps the content types of every start, and compares
 * before it changes tables. What is lost can only be counted before, and only be told after. Call in `register`.
 */
export function followSchemas(strapi: Strapi, note: NoteAffected): void {
  let lost: readonly Lost[] = [];
  (strapi.hook('strapi::content-types.beforeSync') as unknown as Hook).register(async (event) => {
    try {
      lost = await whatIsLost(strapi, event);
    } catch (error) {
      // A start must not fail for want of a number.
      strapi.log.warn(`contextual: could not compare the schemas of variants. ${String(error)}`);
    }
  });
  (strapi.hook('strapi::content-types.afterSync') as unknown as Hook).register(async (event) => {
    try {
      for (const one of lost) await tellAttributes(strapi, note, one);
      await tellTypes(strapi, note, event);
    } catch (error) {
      // Nor for want of a line in the log.
      strapi.log.error(`contextual: could not follow a change of schemas. ${String(error)}`);
    }
  });
}

async function whatIsLost(strapi: Strapi, { oldContentTypes = {} }: SyncEvent): Promise<Lost[]> {
  const found: Lost[] = [];
  for (const { uid, baseUid } of siblingTypes(strapi).values()) {
    const before = Object.hasOwn(oldContentTypes, uid) ? oldContentTypes[uid] : undefined;
    if (!before) continue;
    const present = strapi.contentTypes[uid as never] as unknown as StoredSibling;
    const attributes = lostAttributes(before.attributes, present.attributes);
    if (attributes.length === 0) continue;
    found.push({ uid, baseUid, attributes, documents: await countedOrNone(strapi, before, attributes) });
  }
  return found;
}

/** One type whose tables cannot be read as expected must not keep the others from being followed. */
async function countedOrNone(
  strapi: Strapi,
  before: StoredSibling,
  attributes: readonly string[],
): Promise<ReadonlySet<string>> {
  try {
    return await documentsFilling(strapi, before, attributes);
  } catch (error) {
    strapi.log.warn(`contextual: could not count what "${before.uid}" loses. ${String(error)}`);
    return new Set();
  }
}

async function tellAttributes(
  strapi: Strapi,
  note: NoteAffected,
  { uid, baseUid, attributes, documents }: Lost,
): Promise<void> {
  await forgetEmpties(strapi, uid, attributes);
  const links = await linksOf(strapi, uid);
  const own = links.filter(({ variantDocumentId }) => documents.has(variantDocumentId));
  // What nobody had filled changed nothing.
  if (own.length === 0) return;
  await note({
    code: 'attribute-changed',
    contentType: baseUid,
    experiences: experiencesOf(own),
    contents: own.length,
    attributes,
  });
}

/** Content types that were switched on or off, deleted or renamed since the last start. */
async function tellTypes(strapi: Strapi, note: NoteAffected, { oldContentTypes }: SyncEvent): Promise<void> {
  // After a start without the plugin everything looks switched on; what that start cost is told elsewhere.
  if (!oldContentTypes || !Object.hasOwn(oldContentTypes, UID.variant)) return;
  const tell = async (code: 'type-off' | 'type-gone' | 'type-on', uid: string, contentType: string) => {
    const links = await linksOf(strapi, uid);
    if (links.length === 0) return;
    await note({ code, contentType, experiences: experiencesOf(links), contents: links.length });
  };
  const present = siblingTypes(strapi);
  for (const [uid, type] of Object.entries(oldContentTypes)) {
    const base = type?.pluginOptions?.contextual?.variantOf;
    if (base === undefined || present.has(uid)) continue;
    await tell(Object.hasOwn(strapi.contentTypes, base) ? 'type-off' : 'type-gone', uid, base);
  }
  for (const { uid, baseUid } of present.values()) {
    if (!Object.hasOwn(oldContentTypes, uid)) await tell('type-on', uid, baseUid);
  }
}

interface Link {
  readonly experience: string;
  readonly variantDocumentId: string;
}

const linksOf = async (strapi: Strapi, variantContentType: string): Promise<Link[]> =>
  (await strapi.db.query(UID.variantContent).findMany({
    select: ['experience', 'variantDocumentId'],
    where: { variantContentType },
    orderBy: { id: 'asc' },
  })) as unknown as Link[];

const experiencesOf = (links: readonly Link[]): string[] => [
  ...new Set(links.map(({ experience }) => experience)),
];
