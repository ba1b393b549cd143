// Chapter three: components, media and lists.
import { consenting, findUnit } from './demo-story-people.mjs';
import { chapter, printTable } from './demo-story-print.mjs';

const GUIDE = {
  contentType: 'api::article.article',
  uid: 'which-television-suits-your-room',
  locale: 'en',
  populate: { cover: { fields: ['name'] }, gallery: { fields: ['name'] }, blocks: true, seo: true },
};

/** One article whose variants fill components and media, and a list that hides what is not for everyone. */
export async function tellContent(site, people, { check }) {
  chapter('An article made of components and pictures, and a list');
  const phone = { device: { type: 'mobile' } };
  const decided = (context) => site.decide(context, [GUIDE], { include: 'entry' });
  const id = await findUnit(async (candidate) => {
    const { data } = await decided(consenting(phone, candidate));
    return data[0].decisions[0].reason !== 'holdout';
  });
  const read = async (known) => {
    const { data } = await decided(consenting(known, id));
    const [{ decisions, entry }] = data;
    const blocks = entry.blocks.map((block) => block.__component.split('.')[1]);
    const gallery = (entry.gallery ?? []).map(({ name }) => name);
    return {
      variant: decisions[0].variant,
      slug: entry.slug,
      cover: entry.cover.name,
      gallery,
      blocks,
      title: entry.seo.metaTitle,
    };
  };
  const stranger = await read({});
  const mender = await read(people.mender);
  const small = await read(phone);
  printTable(
    ['who', 'shown', 'cover', 'gallery', 'blocks'],
    [
      ['a stranger', stranger],
      ['mends a television', mender],
      ['on a phone', small],
    ].map(([who, seen]) => [who, seen.variant, seen.cover, seen.gallery.length, seen.blocks.join(', ')]),
  );
  console.log();
  check('the mender gets other blocks', mender.blocks, ['rich-text', 'product-list', 'teaser']);
  check('another cover', [stranger.cover, mender.cover], ['living-room.jpg', 'television-repair.jpg']);
  check('and another component for search engines', mender.title !== stranger.title);
  check('what a variant leaves empty is inherited', small.blocks, stranger.blocks);
  check('what it empties on purpose is empty', [stranger.gallery.length, small.gallery.length], [2, 0]);
  check('the address of the article stays', [mender.slug, small.slug], [GUIDE.uid, GUIDE.uid]);

  const listFor = async (known) => {
    const { body } = await site.read('/api/products?locale=en&personalize=true&fields[0]=slug', {
      'x-contextual-context': Buffer.from(JSON.stringify(consenting(known, id))).toString('base64url'),
    });
    return { slugs: body.data.map(({ slug }) => slug), total: body.meta.pagination.total };
  };
  const [forStranger, forMender] = [await listFor({}), await listFor(people.mender)];
  check('the list hides the repair set from strangers', forStranger.slugs.includes('repair-set-32'), false);
  check('menders find it', forMender.slugs.includes('repair-set-32'));
  check(
    'page and total agree',
    [forStranger.total, forMender.total],
    [forStranger.slugs.length, forStranger.slugs.length + 1],
  );
}
