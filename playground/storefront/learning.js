'use strict';

const { learn } = require('./plugin-core');
const { TYPES } = require('./types');
const { remember } = require('./visit');

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** How long the tags of an entry are believed: editors change them now and then. */
const TAGS_MS = 60_000;

/** What visits teach, from the tags that editors gave the entries; the plugin's own `learn` does the arithmetic. */
function createLearning(strapi, { log }) {
  const tags = new Map();
  const slugs = new Map();

  /** Tags of an entry; none while nobody can say. */
  const tagsOf = async (contentType, documentId, now) => {
    const key = `${contentType}/${documentId}`;
    const known = tags.get(key);
    if (known && now - known.at < TAGS_MS) return known.tags;
    try {
      const found = await strapi.interestsOf(contentType, documentId);
      tags.set(key, { tags: found, at: now });
      return found;
    } catch (error) {
      log(error);
      return known?.tags ?? [];
    }
  };

  const idOf = async (slug) => {
    if (!slugs.has(slug)) {
      const answer = await strapi.read(TYPES.article.path, {
        filters: { slug: { $eq: slug } },
        fields: ['slug'],
      });
      const documentId = answer?.data[0]?.documentId;
      if (documentId === undefined) return undefined;
      slugs.set(slug, documentId);
    }
    return slugs.get(slug);
  };

  return {
    /** What a demo visitor has read and bought before coming, told as of now; remembered from then on. */
    async tellStory(visit) {
      if (!visit.consent || visit.memory !== undefined) return;
      const { reads, bought } = visit.story;
      if (reads.length === 0 && !bought) return;
      try {
        let interests;
        for (const { slug, minutesAgo } of reads) {
          const documentId = await idOf(slug);
          if (documentId === undefined) continue;
          const at = new Date(visit.now - minutesAgo * MINUTE).toISOString();
          interests = learn(interests, {
            kind: 'view',
            tags: await tagsOf(TYPES.article.uid, documentId, visit.now),
            at,
          });
        }
        remember(visit, {
          ...(interests && { interests }),
          ...(bought && { bought: { count: bought.count, at: visit.now - bought.daysAgo * DAY } }),
        });
      } catch (error) {
        log(error); // Without its story the visitor is a stranger for once, and the page is there.
      }
    },
    /** One event on one entry. @param kind as `learn` names it. */
    async learnFrom(visit, kind, { contentType, documentId }) {
      if (!visit.consent) return;
      const found = await tagsOf(contentType, documentId, visit.now);
      if (found.length === 0) return;
      const at = new Date(visit.now).toISOString();
      remember(visit, {
        ...visit.memory,
        interests: learn(visit.memory?.interests, { kind, tags: found, at }),
      });
    },
    /** A purchase, or one that was sent back. */
    countPurchase(visit, by) {
      const count = Math.max(0, (visit.memory?.bought?.count ?? 0) + by);
      remember(visit, { ...visit.memory, bought: count > 0 ? { count, at: visit.now } : undefined });
    },
  };
}

module.exports = { createLearning };
