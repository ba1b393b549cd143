'use strict';

const { StrapiAway } = require('./strapi-client');
const { TYPES } = require('./types');
const { contextOf } = require('./visit');

/**
 * A slot: an entry on the page with what was decided for it. `decisions` is empty where no experience runs and where
 * nobody could decide; `shown` says whether what was decided is what the entry holds, and so whether it may be counted.
 * @typedef {{ entry: object, ref: object, decisions: object[], explanation: object[], shown: boolean }} Slot
 */

/**
 * Decides for all entries of a page at once, then reads each by its cacheable address.
 * @param asks `{ type, slug? }` by name of the slot.
 * @returns slots by name; `null` for an entry that is not there, `undefined` for one that cannot be reached.
 */
async function openSlots(page, asks) {
  const names = Object.keys(asks);
  const answers = await decide(page, Object.values(asks));
  const slots = await Promise.all(
    names.map((name, index) => readSlot(page, asks[name], answers?.[index]).catch(page.unreachable)),
  );
  return Object.fromEntries(names.map((name, index) => [name, slots[index]]));
}

/** `undefined`: nobody could decide, and everybody gets the base entries. */
async function decide({ strapi, visit, locale, degrade }, asks) {
  const entries = asks.map(({ type, slug, documentId }) => ({
    contentType: TYPES[type].uid,
    ...(documentId ? { documentId } : slug && { uid: slug }),
    ...(TYPES[type].localised !== false && { locale }),
  }));
  try {
    return (await strapi.decide(contextOf(visit, locale), entries))?.data;
  } catch (error) {
    degrade(error);
    return undefined;
  }
}

async function readSlot(page, ask, decided) {
  const { documentId, variantKey } = decided ?? {};
  if (documentId === undefined) return slotOf(ask, await readBase(page, ask), undefined, false);
  const { locale, strapi } = page;
  const type = TYPES[ask.type];
  const read = async (variant) =>
    (
      await strapi.read(type.single ? type.path : `${type.path}/${documentId}`, {
        ...(type.localised !== false && { locale }),
        ...(variant && { variant }),
        populate: type.populate,
      })
    )?.data;
  try {
    const entry = await read(variantKey);
    if (entry && !variantKey) page.copies.keep(ask.type, ask.slug, locale, entry);
    return slotOf(ask, entry, decided, true);
  } catch (error) {
    // The base page is worth another try; what was decided is then not what is shown, so it is not counted.
    page.degrade(error);
    return slotOf(ask, await readBase(page, ask), decided, variantKey === '');
  }
}

/** The base entry, by slug; the last known one while Strapi is away. */
async function readBase({ strapi, copies, locale, degrade }, { type: name, slug }) {
  const type = TYPES[name];
  try {
    const answer = await strapi.read(type.path, {
      ...(type.localised !== false && { locale }),
      ...(slug && { filters: { slug: { $eq: slug } } }),
      populate: type.populate,
    });
    const entry = type.single ? answer?.data : answer?.data[0];
    if (entry) copies.keep(name, slug, locale, entry);
    return entry;
  } catch (error) {
    if (!(error instanceof StrapiAway)) throw error;
    degrade(error);
    const copy = copies.find(name, slug, locale);
    if (copy) return copy;
    throw error;
  }
}

function slotOf({ type }, entry, decided, shown) {
  if (!entry) return null;
  const { documentId, locale } = entry;
  return {
    entry,
    ref: { contentType: TYPES[type].uid, documentId, ...(locale && { locale }) },
    decisions: decided?.decisions ?? [],
    explanation: decided?.explanation ?? [],
    shown,
  };
}

/**
 * A list that may leave out what is not for this visitor. Entries of it that vary come as slots.
 * @param parameters `fields`, `filters`, `pagination` and so on, as Strapi reads them.
 * @returns `{ slots, pagination }`; the last known base entries while Strapi is away.
 */
async function openList(page, type, parameters, fallback = () => true) {
  const { strapi, visit, locale, degrade, copies } = page;
  const { path } = TYPES[type];
  const asked = { locale, ...parameters };
  try {
    const answer = await strapi
      .readFor(contextOf(visit, locale), path, asked)
      .catch((error) => (degrade(error), strapi.read(path, asked)));
    const { data, meta } = answer;
    const varied = (meta.contextual?.data ?? []).map((one, index) =>
      one.decisions?.length > 0 ? index : -1,
    );
    const indexes = varied.filter((index) => index >= 0);
    // Reasons are for the demo's labels only; the decision is the same, because it is a pure function.
    const explained =
      indexes.length > 0
        ? await decide(
            page,
            indexes.map((index) => ({ type, documentId: data[index].documentId })),
          )
        : [];
    const slots = data.map((entry) => slotOf({ type }, entry, undefined, false));
    indexes.forEach((index, place) => {
      slots[index] = slotOf({ type }, data[index], explained?.[place], true);
    });
    return { slots, pagination: meta.pagination };
  } catch (error) {
    if (!(error instanceof StrapiAway)) throw error;
    degrade(error);
    const known = copies.list(type, locale).filter(fallback);
    if (known.length === 0) throw error;
    return {
      slots: known.map((entry) => slotOf({ type }, entry, undefined, false)),
      pagination: { page: 1, pageCount: 1, total: known.length },
    };
  }
}

module.exports = { openSlots, openList };
