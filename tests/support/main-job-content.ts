import type { RunningApp } from './boot';

export const ARTICLE = 'api::article.article';
export const HOME = 'api::home.home';
export const SIBLING = 'plugin::contextual.article-variant';

/** Characters of four bytes, joined ones, and right-to-left text: what narrow columns and drivers break. */
export const NAME = 'Fernseher 📺 𝒵ürich 👩‍👩‍👧 שלום';
/** Longer than a TEXT column of MySQL, in characters of four bytes. */
export const LONG = 'Lang 📺 '.repeat(10_000);
export const blocks = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
export const FAN = { campaign: { name: 'tv 📺' } };
export const STRANGER = { campaign: { name: 'shoes' } };

export type Service = Record<string, (...args: any[]) => Promise<any>>;

/** Content, records and variant content, through the services that the panel uses. */
export async function writeMainJob({ strapi }: RunningApp) {
  const service = (name: string) => strapi.plugin('contextual').service(name) as unknown as Service;
  const create = async (uid: string, data: object): Promise<string> =>
    (await (strapi.documents(uid as never) as any).create({ data, status: 'published' })).documentId;

  const product = await create('api::product.product', { name: 'Set 📺', slug: 'set', sku: 'S1' });
  const article = await create(ARTICLE, { title: 'Base title', slug: 'first', teaser: 'Base teaser' });
  await (strapi.documents(ARTICLE as never) as any).update({
    documentId: article,
    locale: 'de',
    data: { title: 'Basistitel', slug: 'first', teaser: 'Basisteaser' },
    status: 'published',
  });
  const other = await create(ARTICLE, { title: 'Other title', slug: 'second' });
  const plain = await create(ARTICLE, { title: 'Plain title', slug: 'third' });
  const home = await create(HOME, { headline: 'Base headline' });

  const rule = {
    $or: [{ 'campaign.name': { $eq: 'tv 📺' } }, { 'location.city': { $in: ['Zürich 🏔', 'שלום'] } }],
  };
  await service('interestTags').create!({ code: 'tv', name: NAME, description: LONG.slice(0, 2_000) });
  await service('audiences').create!({ code: 'fans', name: NAME, rule });
  await service('goals').create!({
    code: 'order',
    name: NAME,
    event: 'order-completed',
    kind: 'value',
    cap: 500.25,
    currency: 'EUR',
  });
  const entry = { contentType: ARTICLE, documentId: article };
  await service('experiences').create!({
    code: 'guide',
    name: NAME,
    goal: 'order',
    holdout: 0,
    seed: 'seed',
    entries: [entry],
  });
  await service('variants').create!('guide', {
    code: 'telly',
    name: NAME,
    audiences: ['fans'],
    interests: [{ tag: 'tv', weight: 80 }],
  });
  await service('variants').create!('guide', {
    code: 'kiosk',
    name: NAME,
    enabled: false,
    channels: ['kiosk 📺'],
  });
  await service('variants').addContent!('guide', 'telly', {
    entry,
    locale: 'en',
    data: {
      title: `Telly ${NAME}`,
      body: blocks(LONG),
      seo: { metaTitle: 'Meta 📺', metaDescription: 'Description 📺' },
      products: [product],
      blocks: [{ __component: 'sections.rich-text', body: blocks(LONG) }],
    },
  });
  await service('variants').addContent!('guide', 'telly', {
    entry,
    locale: 'de',
    data: { title: 'Für Gucker 📺' },
  });
  await service('variants').publishContent!({ experience: 'guide', variant: 'telly', entry }, '*');
  await service('experiences').move!('guide', 'start');

  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of [
    `${ARTICLE}.find`,
    `${ARTICLE}.findOne`,
    'api::product.product.find',
    `${HOME}.find`,
  ]) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
  return { product, article, other, plain, home, rule };
}
