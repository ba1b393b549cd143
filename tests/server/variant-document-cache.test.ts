import { createVariantDocumentCache } from '../../server/src/features/delivery';

const READ = {
  uid: 'plugin::contextual.article-variant',
  documentIds: ['b', 'a'],
  locale: 'en',
  fields: ['title'],
  populate: { seo: true },
  status: 'published' as const,
};

function setUp({ signed = false } = {}) {
  let version = 1;
  let loads = 0;
  const cache = createVariantDocumentCache(
    () => version,
    async () => signed,
  );
  const load = async () => {
    loads += 1;
    return [{ documentId: 'a', title: 'Title', seo: { metaTitle: 'Meta' } }];
  };
  return {
    read: (more: object = {}, loader = load) => cache.read({ ...READ, ...more }, loader),
    load,
    edit: () => (version += 1),
    loads: () => loads,
  };
}

describe('kept variant content', () => {
  it('is loaded once for the same question, in whatever order it names entries', async () => {
    const { read, loads } = setUp();
    const first = await read();
    expect(await read({ documentIds: ['a', 'b'] })).toEqual(first);
    expect(loads()).toBe(1);
  });

  it.each([
    { uid: 'plugin::contextual.home-variant' },
    { documentIds: ['a'] },
    { locale: 'de' },
    { locale: undefined },
    { fields: ['title', 'teaser'] },
    { populate: {} },
    { populate: { seo: { fields: ['metaTitle'] } } },
  ])('is another one for %j', async (more) => {
    const { read, loads } = setUp();
    await read();
    await read(more);
    expect(loads()).toBe(2);
  });

  it('is loaded anew after an edit', async () => {
    const { read, edit, loads } = setUp();
    await read();
    edit();
    await read();
    expect(loads()).toBe(2);
  });

  it('is not kept when an edit came while it was loaded', async () => {
    const { read, load, edit, loads } = setUp();
    await read({}, async () => {
      edit();
      return load();
    });
    await read();
    expect(loads()).toBe(2);
  });

  it('is each caller’s own: what one changes no other sees', async () => {
    const { read } = setUp();
    for (let again = 0; again < 3; again += 1) {
      const [document] = await read();
      expect(document).toEqual({ documentId: 'a', title: 'Title', seo: { metaTitle: 'Meta' } });
      (document as { seo: { metaTitle: string } }).seo.metaTitle = 'changed';
    }
  });

  it('is never a draft, and nothing whose files have signed URLs', async () => {
    const drafts = setUp();
    await drafts.read({ status: 'draft' });
    await drafts.read({ status: 'draft' });
    expect(drafts.loads()).toBe(2);
    const signed = setUp({ signed: true });
    await signed.read();
    await signed.read();
    expect(signed.loads()).toBe(2);
  });

  it('fails as the database fails, and is loaded at the next try', async () => {
    const { read, loads } = setUp();
    const broken = async () => {
      throw new Error('on fire');
    };
    await expect(read({}, broken)).rejects.toThrow('on fire');
    await read();
    expect(loads()).toBe(1);
  });
});
