import { createTestApp, type RunningApp, type TestApp } from '../support/boot';

const ARTICLE = 'api::article.article';
const ARTICLE_VARIANT = 'plugin::contextual.article-variant';
const BANNER = 'api::banner.banner';
const BANNER_VARIANT = 'plugin::contextual.banner-variant';

let app: TestApp;
let running: RunningApp;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
});

afterAll(async () => {
  await running?.stop();
  app.remove();
});

const contentTypes = () => running.strapi.plugin('content-manager').service('content-types') as any;
const viewOf = (uid: string) => contentTypes().findConfiguration({ uid });
const fieldsOf = (view: any): string[] => view.layouts.edit.flat().map(({ name }: any) => name);
const rowOf = (view: any, field: string): string[] =>
  view.layouts.edit
    .find((row: any) => row.some(({ name }: any) => name === field))
    ?.map(({ name }: any) => name);

/** As the administrator's "Configure the view" saves it. */
async function configure(uid: string, change: (view: any) => void): Promise<void> {
  const { settings, metadatas, layouts } = structuredClone(await viewOf(uid));
  const view = { settings, metadatas, layouts };
  change(view);
  const saved = await running.http
    .put(`/content-manager/content-types/${uid}/configuration`)
    .set('Authorization', `Bearer ${await running.adminToken()}`)
    .send(view);
  expect(saved.status).toBe(200);
}

/** Changes of schemas, by content type. */
type Edits = Readonly<Record<string, (attributes: Record<string, any>) => void>>;

async function restartWith(edits: Edits): Promise<void> {
  await running.stop();
  for (const [type, change] of Object.entries(edits)) {
    app.edit(`src/api/${type}/content-types/${type}/schema.json`, ({ attributes }) => change(attributes));
  }
  running = await app.boot();
}

describe('the views of variant content', () => {
  it('follow at once when an administrator changes those of the entry', async () => {
    await configure(ARTICLE, (view) => {
      view.settings.pageSize = 20;
      view.metadatas.teaser.edit.label = 'Lead';
      view.layouts.list = ['id', 'teaser', 'title'];
      view.layouts.edit.reverse();
    });
    const [base, own] = [await viewOf(ARTICLE), await viewOf(ARTICLE_VARIANT)];
    expect(own.settings.pageSize).toBe(20);
    expect(own.metadatas.teaser.edit.label).toBe('Lead');
    expect(own.layouts.list).toEqual(['id', 'teaser', 'title']);
    const shared = fieldsOf(base).filter((name) => name in own.metadatas);
    expect(fieldsOf(own)).toEqual([...shared, 'contextualEmpty']);
  });

  it('keep what an editor changed in them, and follow in the rest', async () => {
    await configure(ARTICLE_VARIANT, (view) => {
      view.metadatas.teaser.edit.label = 'Other lead';
      view.layouts.list = ['title', 'updatedAt'];
    });
    await configure(ARTICLE, (view) => {
      view.settings.pageSize = 50;
      view.metadatas.teaser.edit.label = 'Summary';
      view.metadatas.title.edit.label = 'Heading';
      view.layouts.list = ['id', 'title'];
      view.layouts.edit.reverse();
    });
    const [base, own] = [await viewOf(ARTICLE), await viewOf(ARTICLE_VARIANT)];
    expect(own.metadatas.teaser.edit.label).toBe('Other lead');
    expect(own.layouts.list).toEqual(['title', 'updatedAt']);
    expect(own.settings.pageSize).toBe(50);
    expect(own.metadatas.title.edit.label).toBe('Heading');
    expect(fieldsOf(own).filter((name) => name !== 'contextualEmpty')).toEqual(
      fieldsOf(base).filter((name) => name in own.metadatas),
    );
  });

  it('put a new attribute where the entry has it, and leave what an editor changed, after a restart', async () => {
    await restartWith({
      article: (attributes) => {
        attributes.kicker = { type: 'string' };
        delete attributes.internalNote;
      },
      banner: (attributes) => {
        attributes.line = attributes.headline;
        delete attributes.headline;
      },
    });
    await configure(ARTICLE, (view) => {
      for (const row of view.layouts.edit) {
        const at = row.findIndex(({ name }: any) => name === 'kicker');
        if (at >= 0) row.splice(at, 1);
      }
      view.layouts.edit = [
        [{ name: 'kicker', size: 6 }],
        ...view.layouts.edit.filter((row: any) => row.length > 0),
      ];
    });
    const own = await viewOf(ARTICLE_VARIANT);
    expect(fieldsOf(own)[0]).toBe('kicker');
    expect(fieldsOf(own).at(-1)).toBe('contextualEmpty');
    expect(fieldsOf(own)).not.toContain('internalNote');
    expect(own.metadatas.teaser.edit.label).toBe('Other lead');
    // Strapi gives lists of fewer than four columns a new attribute by itself.
    expect(own.layouts.list).toEqual(['title', 'updatedAt', 'kicker']);
  });

  it('take the entry’s new title field when the old one is renamed', async () => {
    await configure(BANNER, (view) => {
      view.settings.mainField = 'line';
    });
    const own = await viewOf(BANNER_VARIANT);
    expect(own.settings).toMatchObject({ mainField: 'line', defaultSortBy: 'line' });
    expect(fieldsOf(own)).toContain('line');
  });

  it('keep a form that an editor laid out; a new attribute joins its end', async () => {
    await configure(ARTICLE_VARIANT, (view) => {
      view.layouts.edit = [
        [
          { name: 'title', size: 6 },
          { name: 'kicker', size: 6 },
        ],
        ...view.layouts.edit
          .map((row: any) => row.filter(({ name }: any) => name !== 'title' && name !== 'kicker'))
          .filter((row: any) => row.length > 0),
      ];
    });
    const banner = await viewOf(BANNER_VARIANT);
    await restartWith({ article: (attributes) => (attributes.credit = { type: 'string' }) });
    // Where nothing changed, a start changes nothing either.
    expect(await viewOf(BANNER_VARIANT)).toEqual(banner);
    await configure(ARTICLE, (view) => view.layouts.edit.reverse());
    const own = await viewOf(ARTICLE_VARIANT);
    expect(rowOf(own, 'title')).toEqual(['title', 'kicker']);
    expect(fieldsOf(own)[0]).toBe('title');
    expect(fieldsOf(own)).toContain('credit');
  });
});
