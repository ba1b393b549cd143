const { blocks } = require('../../playground/storefront/blocks');
const { html } = require('../../playground/storefront/html');
const { readMemory, writeMemory } = require('../../playground/storefront/memory-cookie');
const { queryString } = require('../../playground/storefront/query-string');
const { reasonSentence } = require('../../playground/storefront/reasons');
const { WORDS } = require('../../playground/storefront/words');
const { unitIdOf, UUID } = require('../../playground/storefront/visit');

const page = { locale: 'en', words: WORDS.en, strapiUrl: 'http://strapi.example' };
const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });
const render = (...nodes: object[]) =>
  blocks(page, nodes)
    .map((node: unknown) => String(node ?? ''))
    .join('')
    .replace(/\s*\n\s*/g, '');

describe('templates', () => {
  it('escape everything that they did not make themselves', () => {
    expect(String(html`<a title="${'"><script>'}">${['<b>', html`<i>${'&'}</i>`]}</a>`)).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<i>&amp;</i></a>',
    );
  });
  it('leave out what is not there', () => {
    expect(String(html`a${null}${undefined}${false}${0}`)).toBe('a0');
  });
});

describe('blocks of the rich text editor', () => {
  it('become paragraphs with their marks and breaks', () => {
    expect(
      render({ type: 'paragraph', children: [text('a\nb '), text('c', { bold: true, italic: true })] }),
    ).toBe('<p>a<br />b <em><strong>c</strong></em></p>');
  });
  it('never become a second headline of the page', () => {
    expect(render({ type: 'heading', level: 1, children: [text('x')] })).toBe('<h2>x</h2>');
    expect(render({ type: 'heading', level: 6, children: [text('x')] })).toBe('<h6>x</h6>');
  });
  it('keep lists in lists', () => {
    const item = (value: string) => ({ type: 'list-item', children: [text(value)] });
    const inner = { type: 'list', format: 'ordered', children: [item('b')] };
    expect(render({ type: 'list', format: 'unordered', children: [item('a'), inner] })).toBe(
      '<ul><li>a</li><li class="nested"><ol><li>b</li></ol></li></ul>',
    );
  });
  it('link to the shop in the language of the page, and never to a script', () => {
    const link = (url: string) => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [text('x')] }],
    });
    expect(render(link('/products'))).toBe('<p><a href="/en/products">x</a></p>');
    expect(render(link('https://example.org/a'))).toBe('<p><a href="https://example.org/a">x</a></p>');
    expect(render(link('javascript:alert(1)'))).toBe('<p>x</p>');
  });
  it('show quotes, code and pictures, and the text of what is unknown', () => {
    expect(render({ type: 'quote', children: [text('q')] })).toContain('<blockquote>');
    expect(render({ type: 'code', children: [text('<b>')] })).toBe('<pre><code>&lt;b&gt;</code></pre>');
    expect(render({ type: 'image', image: { url: '/uploads/a.png', width: 2, height: 1 } })).toContain(
      'src="http://strapi.example/uploads/a.png"',
    );
    expect(render({ type: 'callout', children: [text('new')] })).toBe('<p>new</p>');
    expect(render({ type: 'paragraph', children: [text('')] })).toBe('');
  });
});

describe('the memory of a device', () => {
  const at = '2026-11-22T10:00:00.000Z';
  it('comes back as it was kept', () => {
    const memory = {
      interests: { visit: { hiking: 1.5 }, lasting: { hiking: 4 }, at },
      bought: { count: 2, at: Date.parse('2026-11-20T00:00:00Z') },
    };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });
  it('stays below a kilobyte and keeps the strongest interests', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`a-long-interest-${n}`, n]));
    const value = writeMemory({ interests: { visit: many, lasting: many, at } });
    expect(value.length).toBeLessThanOrEqual(1000);
    expect(readMemory(value).interests.visit['a-long-interest-299']).toBe(299);
    expect(readMemory(value).interests.visit['a-long-interest-1']).toBeUndefined();
  });
  it.each(['', 'x', 'e30x', Buffer.from('{"v":{"__proto__":1,"a":"x"},"t":"y"}').toString('base64url')])(
    'is nothing that counts when it was written by somebody else: %j',
    (value) => {
      expect(readMemory(value)?.interests).toBeUndefined();
    },
  );
});

describe('the sentence of a reason', () => {
  const base = { experience: 'x', variant: 'base', wouldBe: 'tv', propensity: 0.5 };
  const rule = (attribute: string, actual: unknown) => ({
    trace: [
      {
        step: 'eligible',
        rules: [
          {
            audience: 'a',
            name: 'Regulars',
            outcome: { kind: 'condition', matched: true, attribute, actual },
          },
        ],
      },
    ],
  });
  const told = (locale: 'en' | 'de', decision: object, explanation?: object, interests: string[] = []) =>
    reasonSentence(WORDS[locale], locale, { decision: { ...base, ...decision }, explanation, interests });

  it.each([
    'forced',
    'holdout',
    'audience',
    'affinity',
    'order',
    'split',
    'adaptive',
    'base-no-match',
    'base-not-running',
    'base-no-consent',
    'error',
  ])('exists in both languages for %s', (reason) => {
    const [english, german] = [told('en', { reason }), told('de', { reason })];
    expect(english).toMatch(/\.$/);
    expect(german).toMatch(/\.$/);
    expect(german).not.toBe(english);
  });
  it('names what was read, and not where somebody stands', () => {
    const interests = ['researching', 'television-repair', 'hiking'];
    expect(told('en', { reason: 'affinity' }, undefined, interests)).toBe(
      'Because you read about repairing televisions.',
    );
    expect(told('en', { reason: 'affinity' }, undefined, ['own-tag'])).toContain('own tag');
  });
  it('tells the fact behind an audience, and its name where there are no words for the fact', () => {
    expect(told('de', { reason: 'audience' }, rule('campaign.name', 'autumn'))).toBe(
      'Weil Sie über die Kampagne „autumn“ kamen.',
    );
    expect(told('en', { reason: 'audience' }, rule('location.country', 'AT'))).toContain('Austria');
    expect(told('en', { reason: 'audience' }, rule('traits.tier', 'gold'))).toContain('“Regulars”');
  });
  it('is honest about the control group', () => {
    expect(told('en', { reason: 'holdout' })).toMatch(/control group: you see the default.*“tv”/);
  });
  it('says that a test is for others', () => {
    const explanation = { trace: [{ step: 'takes-part', code: 'no-audience-matched' }] };
    expect(told('en', { reason: 'base-no-match' }, explanation)).toContain('other visitors');
  });
});

describe('words', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, shape(inner)]),
        )
      : typeof value;
  it('are complete in both languages', () => {
    expect(shape(WORDS.de)).toEqual(shape(WORDS.en));
  });
});

describe('a unit', () => {
  const browser = '0b6f0e3c-7d0a-4a7e-9c55-0d4f5c1e8a11';
  it('is the same for the same visitor in the same browser only', () => {
    expect(unitIdOf(browser, 'hiker')).toBe(unitIdOf(browser, 'hiker'));
    expect(unitIdOf(browser, 'hiker')).not.toBe(unitIdOf(browser, 'stranger'));
    expect(unitIdOf(browser, 'hiker')).toMatch(UUID);
  });
});

describe('parameters', () => {
  it('are nested as Strapi reads them', () => {
    expect(
      queryString({
        locale: 'en',
        a: undefined,
        populate: { x: { on: { 'a.b': { populate: '*' } } } },
        sort: ['a', 'b'],
      }),
    ).toBe('locale=en&populate[x][on][a.b][populate]=*&sort[0]=a&sort[1]=b');
  });
});
