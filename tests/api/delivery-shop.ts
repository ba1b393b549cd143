import type { Core } from '@strapi/types';
import type { RunningApp } from '../support/boot';

/** Uids of the playground that the tests of delivery use. */
export const ARTICLE = 'api::article.article';
export const HOME = 'api::home.home';
export const CATEGORY = 'api::category.category';
export const PRODUCT = 'api::product.product';

/** A small shop, written through the services that the panel uses. */
export interface Shop {
  readonly article: string;
  readonly other: string;
  readonly plain: string;
  readonly home: string;
  readonly category: string;
  readonly product: string;
}

type Data = Record<string, unknown>;

const documents = (strapi: Core.Strapi, uid: string) =>
  strapi.documents(uid as never) as unknown as {
    create(params: Data): Promise<{ documentId: string }>;
    update(params: Data): Promise<unknown>;
    publish(params: Data): Promise<unknown>;
  };

/** A service of the plugin, as a project's own code gets it. */
export const service = (strapi: Core.Strapi, name: string) =>
  strapi.plugin('contextual').service(name) as Record<string, (...args: any[]) => Promise<any>>;

/** Gives a role of users-permissions these actions. */
export async function allow(strapi: Core.Strapi, type: string, ...actions: string[]): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  for (const action of actions) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
}

/** Takes actions away again. */
export async function forbid(strapi: Core.Strapi, type: string, ...actions: string[]): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  await strapi.db
    .query('plugin::users-permissions.permission')
    .deleteMany({ where: { action: { $in: actions }, role: role.id } });
}

const blocks = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/**
 * Three articles, the home page, and two running experiences: `guide` gives an article to visitors from
 * Germany (audience) or the campaign `tv`; `front` gives the home page to campaign visitors. No holdout, so that
 * every test knows what comes.
 */
export async function openShop({ strapi }: RunningApp): Promise<Shop> {
  const create = async (uid: string, data: Data, more: Data = {}): Promise<string> =>
    (await documents(strapi, uid).create({ data, status: 'published', ...more })).documentId;

  const product = await create(PRODUCT, {
    name: 'Ridge 45',
    slug: 'ridge-45',
    sku: 'R45',
    purchasePrice: 31,
  });
  const category = await create(CATEGORY, { name: 'Guides', slug: 'guides' });
  const article = await create(ARTICLE, {
    title: 'Base title',
    slug: 'first',
    teaser: 'Base teaser',
    body: blocks('Base body'),
    internalNote: 'base secret',
    readingMinutes: 3,
    seo: { metaTitle: 'Base meta', metaDescription: 'Base description' },
    category,
    products: [product],
  });
  await documents(strapi, ARTICLE).update({
    documentId: article,
    locale: 'de',
    data: { title: 'Basistitel', slug: 'first', teaser: 'Basisteaser' },
    status: 'published',
  });
  const other = await create(ARTICLE, { title: 'Other title', slug: 'second', teaser: 'Other teaser' });
  const plain = await create(ARTICLE, { title: 'Plain title', slug: 'third' });
  const home = await create(HOME, { headline: 'Base headline', intro: 'Base intro' });

  const audiences = service(strapi, 'audiences');
  await audiences.create!({ code: 'germany', name: 'From Germany', rule: { 'location.country': 'DE' } });
  await audiences.create!({ code: 'tv-campaign', name: 'TV campaign', rule: { 'campaign.name': 'tv' } });

  const entry = (contentType: string, documentId: string) => ({ contentType, documentId });
  await startExperience(
    strapi,
    'guide',
    [entry(ARTICLE, article), entry(ARTICLE, other)],
    [
      {
        code: 'german',
        audiences: ['germany'],
        contents: [
          {
            entry: entry(ARTICLE, article),
            data: {
              title: 'German title',
              body: blocks('German body'),
              internalNote: 'variant secret',
              seo: { metaTitle: 'German meta', metaDescription: 'German description' },
              contextualEmpty: ['products'],
            },
          },
          { entry: entry(ARTICLE, article), locale: 'de', data: { title: 'Deutscher Titel' } },
          { entry: entry(ARTICLE, other), data: { title: 'Other German title' } },
        ],
      },
      {
        code: 'telly',
        audiences: ['tv-campaign'],
        contents: [{ entry: entry(ARTICLE, article), data: { teaser: 'Telly teaser' } }],
      },
    ],
  );
  await startExperience(
    strapi,
    'front',
    [entry(HOME, home)],
    [
      {
        code: 'telly',
        audiences: ['tv-campaign'],
        contents: [{ entry: entry(HOME, home), data: { headline: 'Telly headline' } }],
      },
    ],
  );
  return { article, other, plain, home, category, product };
}

interface VariantPlan {
  readonly code: string;
  readonly audiences: readonly string[];
  readonly contents: readonly { entry: unknown; locale?: string; data: Data }[];
}

/** Creates an experience with variants and published contents; starts it unless told otherwise. */
export async function startExperience(
  strapi: Core.Strapi,
  code: string,
  entries: readonly unknown[],
  variants: readonly VariantPlan[],
  { start = true, publish = true } = {},
): Promise<void> {
  const name = code.toUpperCase();
  await service(strapi, 'experiences').create!({ code, name, entries, holdout: 0, seed: code });
  for (const { contents, ...variant } of variants) {
    await service(strapi, 'variants').create!(code, { name: variant.code, ...variant });
    for (const { entry, locale = 'en', data } of contents) {
      await service(strapi, 'variants').addContent!(code, variant.code, { entry, locale, data });
      if (publish) {
        await service(strapi, 'variants').publishContent!(
          { experience: code, variant: variant.code, entry },
          locale,
        );
      }
    }
  }
  if (start) await service(strapi, 'experiences').move!(code, 'start');
}

/** A context as the header carries it. */
export const contextHeader = (context: unknown): string =>
  Buffer.from(JSON.stringify(context)).toString('base64url');

export const GERMAN = { location: { country: 'DE' } };
export const CAMPAIGN = { campaign: { name: 'tv' } };
