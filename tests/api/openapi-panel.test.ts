import { adminClient, type AdminClient } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';
import { expectValid, operations, schemaOf } from './api-description';
import { ARTICLE, openShop, type Shop } from './delivery-shop';

describe('the panel’s API', () => {
  const app = createTestApp();
  let running: RunningApp;
  let shop: Shop;
  let admin: AdminClient;

  beforeAll(async () => {
    running = await app.boot();
    shop = await openShop(running);
    admin = adminClient(running, await running.adminToken());
  });
  afterAll(async () => {
    await running?.stop();
    app.remove();
  });

  const first = () => ({ contentType: ARTICLE, documentId: shop.article });

  it('answers every GET of the panel as described', async () => {
    await admin.post('/interest-tags', { code: 'tv', name: 'Television', description: 'Sets' });
    await admin.post('/campaigns', { code: 'spring', name: 'Spring', startsAt: '2026-03-01' });
    await admin.put(`/entries/${ARTICLE}/${shop.article}`, { interests: [{ tag: 'tv', weight: 80 }] });
    // Something that needs attention: content that belongs to no variant.
    const stray = running.strapi.documents('plugin::contextual.article-variant' as never);
    await (stray as any).create({ data: { title: 'Stray' } });
    const values: Record<string, string> = {
      contentType: ARTICLE,
      documentId: shop.article,
      experience: 'guide',
      code: 'german',
    };
    const codes: Record<string, string> = {
      audiences: 'germany',
      'interest-tags': 'tv',
      goals: 'interaction',
      campaigns: 'spring',
      experiences: 'guide',
    };
    const [content] = (await admin.get('/experiences/guide/contents')).body.data;
    const asked: string[] = [];
    for (const [name, operation] of operations) {
      const [method = '', place = ''] = name.split(' ');
      if (method !== 'GET' || !place.startsWith('/contextual/')) continue;
      const kind = place.split('/')[2] ?? '';
      const concrete = place.replace(/\{(\w+)\}/g, (_, key: string) => {
        if (kind === 'variant-contents') {
          return key === 'documentId' ? content.variantDocumentId : content.variantContentType;
        }
        const isRecord = key === 'code' && !place.includes('/variants/');
        return (isRecord ? codes[kind] : values[key]) ?? '';
      });
      const { status, body } = await admin.get(concrete.slice('/contextual'.length));
      expect([name, status]).toEqual([name, 200]);
      expectValid(schemaOf(operation.responses['200'])!, body);
      expect([name, [body.data].flat().length > 0 || name.endsWith('/checks')]).toEqual([name, true]);
      asked.push(name);
    }
    expect(asked.length).toBeGreaterThan(15);
  });

  it('takes the inputs that are described and answers as described', async () => {
    const calls: readonly [path: string, schemaName: string, code: string, input: object, change: object][] =
      [
        [
          '/audiences',
          'Audience',
          'swiss',
          { name: 'Swiss', rule: { 'location.country': 'CH' } },
          { name: 'CH' },
        ],
        ['/interest-tags', 'InterestTag', 'shoes', { name: 'Shoes', group: 'topic' }, { description: 'All' }],
        ['/goals', 'Goal', 'orders', { name: 'Orders', event: 'order', kind: 'value' }, { cap: 500 }],
        ['/campaigns', 'Campaign', 'summer', { name: 'Summer', timeZone: 'Europe/Berlin' }, { endsAt: null }],
        ['/experiences', 'Experience', 'teaser', { name: 'Teaser', selection: 'split' }, { goal: 'orders' }],
      ];
    for (const [place, name, code, input, change] of calls) {
      expectValid(`${name}Input`, { code, ...input });
      const made = await admin.post(place, { code, ...input });
      expect([place, made.status]).toEqual([place, 201]);
      expectValid(`${name}Response`, made.body);
      const withStamp = { ...change, updatedAt: made.body.data.updatedAt };
      expectValid(`${name}Change`, withStamp);
      const changed = await admin.put(`${place}/${code}`, withStamp);
      expect([place, changed.status]).toEqual([place, 200]);
      expectValid(`${name}Response`, changed.body);
    }
    for (const [place, name, code] of [...calls].reverse()) {
      const removed = await admin.delete(`${place}/${code}`);
      expect([place, removed.status]).toEqual([place, 200]);
      expectValid(`${name}Response`, removed.body);
    }
  });

  it('writes variants and their content as described', async () => {
    const variants = '/experiences/guide/variants';
    const input = { code: 'second', name: 'Second', audiences: ['tv-campaign'], enabled: false };
    expectValid('VariantInput', input);
    const made = await admin.post(variants, input);
    expect(made.status).toBe(201);
    expectValid('VariantResponse', made.body);
    const change = { name: 'Second one', updatedAt: made.body.data.updatedAt };
    expectValid('VariantChange', change);
    expectValid('VariantResponse', (await admin.put(`${variants}/second`, change)).body);
    const content = { entry: first(), locale: 'en', data: { title: 'Second title' } };
    expectValid('VariantContentInput', content);
    const added = await admin.post(`${variants}/second/contents`, content);
    expect(added.status).toBe(201);
    expectValid('VariantContentResponse', added.body);
    const removed = await admin.delete(`${variants}/second`);
    expect(removed.status).toBe(200);
    expectValid('VariantResponse', removed.body);
  });

  it('makes a variant beside an entry, and gives content a place, as described', async () => {
    const input = {
      name: 'Hikers',
      experienceName: 'For hikers',
      selection: 'relevance',
      audiences: ['tv-campaign'],
      locale: 'en',
      copyComponents: true,
    };
    expectValid('EntryVariantInput', input);
    const made = await admin.post(`/entries/${ARTICLE}/${shop.article}/variants`, input);
    expect(made.status).toBe(201);
    expectValid('EntryVariantResponse', made.body);
    const { variantContentType, variantDocumentId } = made.body.data.content;
    const clone = await (running.strapi.documents(variantContentType) as any).clone({
      documentId: variantDocumentId,
      locale: 'en',
    });
    const place = `/variant-contents/${variantContentType}/${clone.entries[0].documentId}`;
    const none = await admin.get(place);
    expect(none.body).toEqual({ data: null });
    expectValid('VariantContentOriginResponse', none.body);
    const adoption = { entry: { contentType: ARTICLE, documentId: shop.plain }, experience: 'for-hikers' };
    const whole = { ...adoption, variant: made.body.data.variant.code };
    expectValid('VariantContentAdoption', whole);
    const adopted = await admin.put(place, whole);
    expect(adopted.status).toBe(200);
    expectValid('VariantContentOriginResponse', adopted.body);
    const removed = await admin.delete('/experiences/for-hikers');
    expectValid('ExperienceResponse', removed.body);
    expect(removed.body.data.variantCount).toBe(1);
  });

  it('moves experiences, checks rules, makes preview tokens and keeps settings as described', async () => {
    for (const transition of ['pause', 'resume', 'end']) {
      const { status, body } = await admin.post(`/experiences/front/${transition}`);
      expect([transition, status]).toEqual([transition, 200]);
      expectValid('ExperienceResponse', body);
    }
    for (const rule of [{ 'location.country': 'DE' }, { nothing: { $is: 1 } }, 'nonsense']) {
      const { body } = await admin.post('/audiences/validate', { rule });
      expectValid('AudienceValidateResponse', body);
    }
    const link = { experience: 'guide', variant: 'german', status: 'draft', expiresInMinutes: 5 };
    expectValid('PreviewTokenRequest', link);
    const { body: token } = await admin.post('/preview-tokens', link);
    expectValid('PreviewTokenResponse', token);
    expectValid('SettingsChange', { affinityLead: 0.2 });
    const { body: settings } = await admin.put('/settings', { affinityLead: 0.2 });
    expectValid('SettingsResponse', settings);
  });
});
