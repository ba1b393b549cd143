import { adminClient, type AdminClient } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';

let app: RunningApp;
let admin: AdminClient;
let article: string;
const testApp = createTestApp();
const ARTICLE = 'api::article.article';

beforeAll(async () => {
  app = await testApp.boot();
  admin = adminClient(app, await app.adminToken());
  const documents = app.strapi.documents(ARTICLE as never) as unknown as {
    create(params: object): Promise<{ documentId: string }>;
  };
  article = (
    await documents.create({ locale: 'en', data: { title: 'A set repaired', slug: 'a-set-repaired' } })
  ).documentId;
});

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

/** The parts of a refusal that callers build on. */
const refusal = ({ status, body }: { status: number; body: any }) => ({
  status,
  code: body.error?.details?.code,
  issues: (body.error?.details?.issues ?? []).map((found: any) => `${found.code} ${found.path.join('.')}`),
});

describe('audiences', () => {
  const germans = { name: 'Aus Österreich', rule: { 'location.country': { $in: ['AT'] } } };

  it('are created with a code from their name, read, listed, changed and deleted', async () => {
    const created = await admin.post('/audiences', germans);
    expect(created.status).toBe(201);
    expect(created.body.data).toMatchObject({ code: 'aus-oesterreich', internal: false, rule: germans.rule });
    expect((await admin.get('/audiences/aus-oesterreich')).body.data).toEqual(created.body.data);
    const listed = await admin.get('/audiences?search=REICH&pageSize=5');
    expect(listed.body).toEqual({
      data: [created.body.data],
      meta: { pagination: { page: 1, pageSize: 5, total: 1 } },
    });
    const changed = await admin.put('/audiences/aus-oesterreich', { name: 'Austria', internal: true });
    expect(changed.body.data).toMatchObject({ code: 'aus-oesterreich', name: 'Austria', internal: true });
    expect((await admin.delete('/audiences/aus-oesterreich')).status).toBe(200);
    expect(refusal(await admin.get('/audiences/aus-oesterreich'))).toMatchObject({
      status: 404,
      code: 'audience-not-found',
    });
  });

  it('never get the code of a deleted one again, given or made', async () => {
    await admin.post('/audiences', { ...germans, code: 'gone' });
    await admin.delete('/audiences/gone');
    expect(refusal(await admin.post('/audiences', { ...germans, code: 'gone' }))).toMatchObject({
      status: 409,
      code: 'code-used',
    });
    expect((await admin.post('/audiences', { ...germans, name: 'Gone' })).body.data.code).toBe('gone-2');
  });

  it('refuse a code that another one has, and one of another shape', async () => {
    await admin.post('/audiences', { ...germans, code: 'taken' });
    expect(refusal(await admin.post('/audiences', { ...germans, code: 'taken' }))).toMatchObject({
      status: 409,
      code: 'code-taken',
    });
    expect(refusal(await admin.post('/audiences', { ...germans, code: 'Über.code' }))).toEqual({
      status: 400,
      code: 'audience-invalid',
      issues: ['not-allowed code'],
    });
  });

  it('refuse a wrong rule with the path of what is wrong', async () => {
    const answer = refusal(
      await admin.post('/audiences', { name: 'x', rule: { 'page.path': { $regex: '.*' } } }),
    );
    expect(answer).toMatchObject({ status: 400, code: 'audience-invalid' });
    expect(answer.issues).toEqual([expect.stringMatching(/^operator-unknown rule\.page\.path/)]);
  });

  it('refuse unknown fields, missing names and other types, each with its place', async () => {
    const answer = refusal(await admin.post('/audiences', { name: 7, rule: {}, color: 'red' }));
    expect(answer).toEqual({
      status: 400,
      code: 'audience-invalid',
      issues: ['wrong-type name', 'unknown-field color'],
    });
    expect(refusal(await admin.post('/audiences', { rule: {} })).issues).toEqual(['missing name']);
  });

  it('refuse a change that somebody else overtook', async () => {
    const { body } = await admin.post('/audiences', { ...germans, name: 'Shared' });
    const { code, updatedAt } = body.data;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await admin.put(`/audiences/${code}`, { name: 'First', updatedAt })).status).toBe(200);
    expect(refusal(await admin.put(`/audiences/${code}`, { name: 'Second', updatedAt }))).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
    });
    expect((await admin.get(`/audiences/${code}`)).body.data.name).toBe('First');
  });

  it('are validated without being stored, with a sentence in both languages', async () => {
    await admin.post('/interest-tags', { code: 'television', name: 'Television sets' });
    const right = await admin.post('/audiences/validate', {
      rule: { 'interests.television': { $gte: 0.5 } },
    });
    expect(right.body.data).toMatchObject({ valid: true, issues: [] });
    expect(right.body.data.sentence.en).toContain('Television sets');
    expect(right.body.data.sentence.de).toContain('Television sets');
    const wrong = await admin.post('/audiences/validate', { rule: { nonsense: 1 } });
    expect(wrong.status).toBe(200);
    expect(wrong.body.data).toMatchObject({ valid: false, issues: [{ code: 'attribute-unknown' }] });
  });

  it('are valid but warned of where nobody can match them, in both languages and with names', async () => {
    await admin.post('/interest-tags', { code: 'radio', name: 'Radio sets' });
    const warningOf = async (rule: object) => {
      const { status, body } = await admin.post('/audiences/validate', { rule });
      expect([status, body.data.valid]).toEqual([200, true]);
      return body.data.warning;
    };
    expect(await warningOf({ 'session.count': { $gte: 5, $lt: 3 } })).toEqual({
      en: 'Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.',
      de: 'Niemand kann dazugehören: mindestens 5 Besuche und weniger als 3 Besuche schließen einander aus.',
    });
    expect((await warningOf({ 'interests.radio': { $gte: 50 } })).en).toContain('Radio sets');
    expect((await warningOf({ 'session.count': { $lt: 0 } })).en).toMatch(/^Nobody is expected to match: /);
    expect(await warningOf({ 'session.count': { $gte: 3, $lt: 5 } })).toBeUndefined();
    // It is a warning: who insists may save it.
    const rule = { 'session.count': { $gte: 5, $lt: 3 } };
    expect((await admin.post('/audiences', { name: 'Nobody at all', rule })).status).toBe(201);
  });

  it('are not deleted while an entry or a personalization uses them, and the refusal names both', async () => {
    await admin.post('/audiences', { ...germans, code: 'needed' });
    await admin.put(`/entries/${ARTICLE}/${article}`, { onlyFor: ['needed'] });
    await admin.post('/experiences', { code: 'needs-it', name: 'Needs it', audiences: ['needed'] });
    const answer = await admin.delete('/audiences/needed');
    expect(refusal(answer)).toMatchObject({ status: 409, code: 'audience-in-use' });
    expect(answer.body.error.message).toContain('"Needs it"');
    expect(answer.body.error.message).toContain(article);
    expect((await admin.get('/audiences/needed/uses')).body.data).toHaveLength(2);
    await admin.put(`/entries/${ARTICLE}/${article}`, { onlyFor: [] });
    await admin.delete('/experiences/needs-it');
    expect((await admin.delete('/audiences/needed')).status).toBe(200);
  });
});

describe('bodies', () => {
  it('that are no object, too deep or too large are refused with a code and no stack', async () => {
    const malformed = { status: 400, code: 'body-malformed' };
    expect(refusal(await admin.post('/goals', [1]))).toMatchObject(malformed);
    expect(refusal(await admin.post('/goals', 'name=x&event=y'))).toMatchObject(malformed);
    const deep = { name: 'x', rule: JSON.parse('{"$not":'.repeat(60) + '{}' + '}'.repeat(60)) };
    expect(refusal(await admin.post('/audiences', deep))).toMatchObject({
      status: 400,
      code: 'body-too-deep',
    });
    const large = await admin.post('/audiences', { name: 'x', rule: {}, description: 'y'.repeat(300_000) });
    expect(refusal(large)).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(large.text).not.toContain('    at ');
  });

  it('cannot reach a prototype', async () => {
    const answer = await app.http
      .post('/contextual/goals')
      .set('Authorization', `Bearer ${await app.adminToken()}`)
      .set('Content-Type', 'application/json')
      .send(
        '{"name":"x","event":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      );
    expect(answer.status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('of a query are checked as well', async () => {
    expect(refusal(await admin.get('/goals?page=0'))).toMatchObject({ status: 400, code: 'query-invalid' });
    expect(refusal(await admin.get('/goals?pageSize=9999'))).toMatchObject({ status: 400 });
  });
});

describe('interest tags', () => {
  it('stand below a parent that exists and never below themselves', async () => {
    await admin.post('/interest-tags', { code: 'outdoor', name: 'Outdoor' });
    const child = await admin.post('/interest-tags', { code: 'hiking', name: 'Hiking', parent: 'outdoor' });
    expect(child.body.data).toMatchObject({ group: 'topic', parent: 'outdoor' });
    expect(refusal(await admin.post('/interest-tags', { name: 'x', parent: 'nobody' })).issues).toEqual([
      'parent-missing parent',
    ]);
    expect(refusal(await admin.put('/interest-tags/outdoor', { parent: 'hiking' })).issues).toEqual([
      'parent-cycle parent',
    ]);
    expect(refusal(await admin.put('/interest-tags/outdoor', { parent: 'outdoor' })).issues).toEqual([
      'parent-cycle parent',
    ]);
    expect(refusal(await admin.put('/interest-tags/outdoor', { group: 'mood' })).issues).toEqual([
      'not-allowed group',
    ]);
  });

  it('are not deleted while a child, an entry or a rule needs them', async () => {
    await admin.post('/audiences', {
      code: 'hikers',
      name: 'Hikers',
      rule: { 'interests.hiking': { $gt: 0.3 } },
    });
    const parent = await admin.delete('/interest-tags/outdoor');
    expect(refusal(parent)).toMatchObject({ status: 409, code: 'interest-tag-in-use' });
    expect(parent.body.error.message).toContain('"Hiking"');
    expect((await admin.delete('/interest-tags/hiking')).body.error.message).toContain('"Hikers"');
    await admin.delete('/audiences/hikers');
    expect((await admin.delete('/interest-tags/hiking')).status).toBe(200);
    expect((await admin.delete('/interest-tags/outdoor')).status).toBe(200);
  });
});

describe('goals', () => {
  it('include the built-in one from the first start, which keeps everything but its name', async () => {
    expect((await admin.get('/goals/interaction')).body.data).toMatchObject({
      event: 'interaction',
      windowDays: 7,
    });
    expect((await admin.put('/goals/interaction', { name: 'Klick' })).body.data.name).toBe('Klick');
    expect(refusal(await admin.put('/goals/interaction', { windowDays: 3 }))).toMatchObject({
      status: 409,
      code: 'goal-built-in',
    });
    expect(refusal(await admin.delete('/goals/interaction'))).toMatchObject({
      status: 409,
      code: 'goal-built-in',
    });
  });

  it('say what is missing or too much for their kind', async () => {
    const goal = { name: 'Basket', event: 'basket' };
    expect(refusal(await admin.post('/goals', { ...goal, kind: 'ratio' })).issues).toEqual([
      'denominator-missing denominator',
    ]);
    expect(refusal(await admin.post('/goals', { ...goal, denominator: 'x' })).issues).toEqual([
      'denominator-unused denominator',
    ]);
    expect(refusal(await admin.post('/goals', { ...goal, currency: 'EUR' })).issues).toEqual([
      'currency-unused currency',
    ]);
    expect(refusal(await admin.post('/goals', { ...goal, event: 'a.b' })).issues).toEqual([
      'not-allowed event',
    ]);
    expect(refusal(await admin.post('/goals', { ...goal, code: 'seen' })).issues).toEqual([
      'not-allowed code',
    ]);
    const value = await admin.post('/goals', { ...goal, kind: 'value', currency: 'EUR', cap: 500.5 });
    expect(value.body.data).toMatchObject({ code: 'basket', kind: 'value', cap: 500.5, direction: 'up' });
  });

  it('are not deleted while a personalization measures by them', async () => {
    await admin.post('/goals', { code: 'order', name: 'Order', event: 'order' });
    await admin.post('/experiences', { code: 'by-order', name: 'By order', goal: 'order' });
    expect(refusal(await admin.delete('/goals/order'))).toMatchObject({ status: 409, code: 'goal-in-use' });
    await admin.delete('/experiences/by-order');
    expect((await admin.delete('/goals/order')).status).toBe(200);
  });
});

describe('campaigns', () => {
  it('have dates in order, in a zone that exists', async () => {
    const created = await admin.post('/campaigns', {
      name: 'Winter',
      startsAt: '2026-12-01T00:00',
      endsAt: '2027-01-01T00:00',
      timeZone: 'Europe/Berlin',
    });
    expect(created.body.data).toMatchObject({ code: 'winter', timeZone: 'Europe/Berlin' });
    expect(refusal(await admin.put('/campaigns/winter', { endsAt: '2026-11-01' })).issues).toEqual([
      'ends-before-start endsAt',
    ]);
    expect(refusal(await admin.put('/campaigns/winter', { timeZone: 'Mars/Base' })).issues).toEqual([
      'not-allowed timeZone',
    ]);
    expect((await admin.put('/campaigns/winter', { endsAt: null })).body.data.endsAt).toBeUndefined();
  });

  it('are not deleted while a personalization belongs to them', async () => {
    await admin.post('/experiences', { code: 'in-winter', name: 'In winter', campaign: 'winter' });
    expect((await admin.get('/experiences?campaign=winter')).body.data).toHaveLength(1);
    expect(refusal(await admin.delete('/campaigns/winter'))).toMatchObject({ code: 'campaign-in-use' });
    await admin.delete('/experiences/in-winter');
    expect((await admin.delete('/campaigns/winter')).status).toBe(200);
  });
});

describe('interests and audiences of an entry', () => {
  it('are set, kept where they are not sent, and read back', async () => {
    await admin.post('/interest-tags', { code: 'washing', name: 'Washing' });
    await admin.post('/audiences', { code: 'everyone', name: 'Everyone', rule: {} });
    const set = await admin.put(`/entries/${ARTICLE}/${article}`, {
      interests: [{ tag: 'washing', weight: 80 }],
      notFor: ['everyone'],
    });
    expect(set.body.data).toEqual({
      contentType: ARTICLE,
      documentId: article,
      interests: [{ tag: 'washing', weight: 80 }],
      onlyFor: [],
      notFor: ['everyone'],
    });
    await admin.put(`/entries/${ARTICLE}/${article}`, { notFor: [] });
    expect((await admin.get(`/entries/${ARTICLE}/${article}`)).body.data).toMatchObject({
      interests: [{ tag: 'washing', weight: 80 }],
      notFor: [],
    });
  });

  it('refuse what does not exist, repeats or contradicts itself', async () => {
    const put = async (body: object) => refusal(await admin.put(`/entries/${ARTICLE}/${article}`, body));
    expect((await put({ interests: [{ tag: 'nothing', weight: 1 }] })).issues).toEqual([
      'interest-tag-missing interests.0',
    ]);
    expect((await put({ interests: [{ tag: 'washing', weight: 101 }] })).issues).toEqual([
      'out-of-range interests.0.weight',
    ]);
    expect((await put({ onlyFor: ['everyone', 'everyone'] })).issues).toEqual(['repeated onlyFor.1']);
    expect((await put({ onlyFor: ['everyone'], notFor: ['everyone'] })).issues).toEqual([
      'contradiction notFor.0',
    ]);
  });

  it('keeps an experience without contents or variants apart from one that is not there', async () => {
    const missing = { status: 404, code: 'experience-not-found' };
    expect(refusal(await admin.get('/experiences/nothing/contents'))).toMatchObject(missing);
    expect(refusal(await admin.get('/experiences/nothing/variants'))).toMatchObject(missing);
    await admin.post('/experiences', { code: 'bare', name: 'Bare' });
    expect((await admin.get('/experiences/bare/contents')).body.data).toEqual([]);
    expect((await admin.get('/experiences/bare/variants')).body.meta.pagination).toEqual({
      page: 1,
      pageSize: 1,
      total: 0,
    });
  });

  it('exist for entries of opted-in types only', async () => {
    expect(refusal(await admin.get(`/entries/${ARTICLE}/nothing`))).toMatchObject({
      code: 'entry-not-found',
    });
    expect(refusal(await admin.get('/entries/api::nothing.nothing/x'))).toMatchObject({
      status: 404,
      code: 'content-type-unknown',
    });
    expect(refusal(await admin.get('/entries/constructor/x'))).toMatchObject({
      code: 'content-type-unknown',
    });
    expect(refusal(await admin.get('/entries/plugin::upload.file/x'))).toMatchObject({
      status: 400,
      code: 'content-type-not-enabled',
    });
  });
});

describe('settings', () => {
  it('are changed by name, followed by the engine and written to the log', async () => {
    const before = (await admin.get('/settings')).body.data;
    expect(before).toMatchObject({
      interestMix: 0.6,
      affinityThreshold: 0.2,
      affinityLead: 0.1,
      globalHoldout: 0,
    });
    const info = jest.spyOn(app.strapi.log, 'info');
    const changed = await admin.put('/settings', { affinityThreshold: 0.3 });
    expect(changed.body.data).toMatchObject({ affinityThreshold: 0.3, interestMix: 0.6 });
    expect(info.mock.calls.flat().join('\n')).toMatch(
      /settings changed by administrator \d+: affinityThreshold: 0.2 → 0.3/,
    );
    info.mockRestore();
    expect((await admin.get('/settings')).body.data.affinityThreshold).toBe(0.3);
  });

  it('refuse values out of range and names that do not exist', async () => {
    expect(refusal(await admin.put('/settings', { interestMix: 1.5, globalHoldout: -1, colour: 1 }))).toEqual(
      {
        status: 400,
        code: 'settings-invalid',
        issues: ['out-of-range interestMix', 'out-of-range globalHoldout', 'unknown-field colour'],
      },
    );
  });
});
