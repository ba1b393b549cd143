'use strict';

const { articles, products, UIDS } = require('./entries');
const { audiences, campaigns, goals, interestTags } = require('./content/records');
const experiences = require('./content/experiences');

/**
 * The demo's interests, audiences, goals and experiences, through the plugin's own services and so through
 * all their checks. An experience that is there already stays as it is, whatever an editor made of it.
 */
async function ensurePersonalization(strapi, refs) {
  const service = (name) => strapi.plugin('contextual').service(name);

  for (const tag of interestTags) await ensureRecord(service('interestTags'), tag);
  for (const audience of audiences) await ensureRecord(service('audiences'), audience);
  for (const goal of goals) await ensureRecord(service('goals'), goal);
  for (const campaign of campaigns) await ensureRecord(service('campaigns'), campaign);
  await ensureTargeting(service('entryTargeting'), refs);
  for (const experience of experiences) await ensureExperience(service, refs, experience);
}

async function ensureRecord(records, record) {
  if (!(await isKnown(() => records.findOne(record.code)))) await records.create(record);
}

/** Tags and list audiences of base entries, where nobody has set any. */
async function ensureTargeting(targeting, refs) {
  const targeted = [
    ...articles.map((item) => [UIDS.article, item]),
    ...products.map((item) => [UIDS.product, item]),
  ];
  for (const [uid, { slug, interests = [], onlyFor = [] }] of targeted) {
    const documentId = refs.documentId(uid, slug);
    const present = await targeting.get(uid, documentId);
    const isSet = present.interests.length + present.onlyFor.length + present.notFor.length > 0;
    if (!isSet) await targeting.set(uid, documentId, { interests, onlyFor });
  }
}

/** Goes on where an interrupted seed stopped: an experience is left alone from its first start on. */
async function ensureExperience(service, refs, { variants, ...experience }) {
  const { code } = experience;
  // A fixed seed, so that the demo tells the same story on every machine.
  await ensureRecord(service('experiences'), { seed: code, ...experience });
  if ((await service('experiences').findOne(code)).status !== 'draft') return;
  const known = new Set((await service('variants').find(code)).map((variant) => variant.code));
  for (const { contents, ...variant } of variants) {
    if (!known.has(variant.code)) await service('variants').create(code, variant);
    for (const content of contents)
      await writeContent(service('variants'), refs, code, variant.code, content);
  }
  await service('experiences').move(code, 'start');
}

async function writeContent(contents, refs, experience, variant, { entry: { uid, slug }, ...localised }) {
  const entry = { contentType: uid, documentId: refs.documentId(uid, slug) };
  for (const [locale, data] of Object.entries(localised)) {
    await contents.addContent(experience, variant, { entry, locale, data: data(refs) });
    await contents.publishContent({ experience, variant, entry }, locale);
  }
}

/** Whether a look-up finds something; the services answer a missing record with a 404. */
async function isKnown(lookUp) {
  try {
    await lookUp();
    return true;
  } catch (error) {
    if (error.status === 404) return false;
    throw error;
  }
}

module.exports = { ensurePersonalization };
