import { adminClient, createRole, type AdminClient } from '../../support/admin-client';
import { createTestApp, type RunningApp } from '../../support/boot';
import { BANNER, experienceMaker, forGermans, refusal, variantsOf, versionsOf } from './experience-tools';

let app: RunningApp;
let admin: AdminClient;
let createExperience: ReturnType<typeof experienceMaker>;
const testApp = createTestApp();
const versions = (code: string) => versionsOf(admin, code);
const variants = () => variantsOf(app);

/** Width of each variant in the newest ranges. */
const widths = async (code: string): Promise<Record<string, number>> => {
  const [latest] = await versions(code);
  const found: Record<string, number> = {};
  for (const { variant, from, to } of latest.ranges) found[variant] = (found[variant] ?? 0) + to - from;
  return found;
};

beforeAll(async () => {
  app = await testApp.boot();
  admin = adminClient(app, await app.adminToken());
  createExperience = experienceMaker(app, admin);
  await admin.post('/audiences', { code: 'germans', name: 'Germans', rule: { 'location.country': 'DE' } });
});

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

describe('content of two running experiences', () => {
  it('cannot come to fill the same attribute of an entry', async () => {
    const entry = await createExperience('headline', {}, [forGermans]);
    await admin.post('/experiences/headline/start');
    await createExperience('text', {}, [], entry.documentId);
    await variants().create('text', forGermans);
    await variants().addContent('text', 'de', { entry, data: { text: 'Only a text' } });
    expect((await admin.post('/experiences/text/start')).status).toBe(200);
    await expect(
      variants().addContent('text', 'de', { entry, data: { headline: 'A headline, too' } }),
    ).rejects.toMatchObject({
      code: 'content-conflict',
      message: expect.stringMatching(/“Name of headline” and “Name of text”.*“headline”/),
    });
    await admin.post('/experiences/headline/pause');
    await variants().addContent('text', 'de', { entry, data: { headline: 'A headline, too' } });
    expect(refusal(await admin.post('/experiences/headline/resume')).issues).toEqual(['attribute-taken']);
  });
});

describe('variants of a running experience', () => {
  it('are checked again when one is switched on', async () => {
    const { documentId } = await createExperience('on-first', {}, [forGermans]);
    await admin.post('/experiences/on-first/start');
    await createExperience('on-second', {}, [{ ...forGermans, enabled: false }], documentId);
    const entry = { contentType: BANNER, documentId };
    await variants().create('on-second', { code: 'text', name: 'Text', audiences: ['germans'] });
    await variants().addContent('on-second', 'text', { entry, data: { text: 'Only a text' } });
    expect((await admin.post('/experiences/on-second/start')).status).toBe(200);
    await expect(variants().update('on-second', 'de', { enabled: true })).rejects.toMatchObject({
      code: 'experience-running',
      issues: [{ code: 'attribute-taken' }],
    });
    expect(await variants().findOne('on-second', 'de')).toMatchObject({ enabled: false });
    await admin.post('/experiences/on-first/pause');
    await variants().update('on-second', 'de', { enabled: true });
  });

  it('keep an audience or an interest, and in a test get no audience', async () => {
    await createExperience('keeps', {}, [forGermans]);
    await admin.post('/experiences/keeps/start');
    await expect(variants().update('keeps', 'de', { audiences: [] })).rejects.toMatchObject({
      issues: [{ code: 'variant-needs-audience-or-interests' }],
    });
    await createExperience('keeps-split', { selection: 'split' }, [{ code: 'a', name: 'A', share: 5_000 }]);
    await admin.post('/experiences/keeps-split/start');
    await expect(variants().update('keeps-split', 'a', { audiences: ['germans'] })).rejects.toMatchObject({
      issues: [{ code: 'audience-on-split-variant' }],
    });
  });

  it('can always be switched off, whatever else is amiss', async () => {
    await createExperience('switch-off', {}, [forGermans, { ...forGermans, code: 'other', enabled: false }]);
    await admin.post('/experiences/switch-off/start');
    await variants().update('switch-off', 'other', { enabled: true });
    const [content] = (await admin.get('/experiences/switch-off/contents')).body.data;
    await (app.strapi.documents(content.variantContentType as never) as any).update({
      documentId: content.variantDocumentId,
      data: { headline: '' },
    });
    expect((await admin.get('/experiences/switch-off/checks')).body.data).toHaveLength(1);
    await variants().update('switch-off', 'other', { enabled: false });
    await variants().update('switch-off', 'de', { enabled: false });
    expect(await variants().findOne('switch-off', 'de')).toMatchObject({ enabled: false });
  });
});

describe('variants in the panel', () => {
  it('are created, listed, filled, changed and deleted, each refusal with its code', async () => {
    const entry = await createExperience('panel', {}, []);
    const path = '/experiences/panel/variants';
    expect((await admin.post(path, forGermans)).status).toBe(201);
    expect(refusal(await admin.post(path, forGermans))).toMatchObject({ status: 409, code: 'code-taken' });
    expect(refusal(await admin.post(path, { name: 'x', share: -1 }))).toMatchObject({ status: 400 });
    const filled = await admin.post(`${path}/de/contents`, { entry, data: { headline: 'Guten Tag' } });
    expect([filled.status, filled.body.data?.entry]).toEqual([201, entry]);
    expect((await admin.get('/experiences/panel/contents')).body.data).toHaveLength(1);
    expect((await admin.get(`/entries/${BANNER}/${entry.documentId}/contents`)).body.data).toHaveLength(1);
    expect((await admin.put(`${path}/de`, { name: 'Deutsch' })).body.data.name).toBe('Deutsch');
    expect((await admin.get(path)).body.data).toHaveLength(1);
    expect((await admin.get(`${path}/de`)).status).toBe(200);
    expect((await admin.delete(`${path}/de`)).status).toBe(200);
    expect(refusal(await admin.get(`${path}/de`))).toMatchObject({ status: 404, code: 'variant-not-found' });
    expect(refusal(await admin.get('/experiences/nothing/variants'))).toMatchObject({ status: 404 });
  });

  it('get content only from administrators who may edit their content type', async () => {
    const entry = await createExperience('guarded', {}, []);
    await variants().create('guarded', forGermans);
    const role = await createRole(app, 'writer');
    await role.permit(['plugin::contextual.experiences.write']);
    const answer = await role.client.post('/experiences/guarded/variants/de/contents', { entry });
    expect(refusal(answer)).toMatchObject({ status: 403, code: 'content-forbidden' });
  });
});

describe('shares of a test', () => {
  it('move as little as possible, one weights version an edit', async () => {
    await createExperience('shares', { selection: 'split' }, [
      { code: 'a', name: 'A', share: 3_000 },
      { code: 'b', name: 'B', share: 2_000 },
    ]);
    await admin.post('/experiences/shares/start');
    expect(await widths('shares')).toEqual({ base: 5_000, a: 3_000, b: 2_000 });

    await variants().update('shares', 'b', { enabled: false });
    expect(await widths('shares')).toEqual({ base: 6_250, a: 3_750 });
    expect((await variants().findOne('shares', 'a')).share).toBe(3_750);

    await variants().update('shares', 'b', { enabled: true });
    expect(await widths('shares')).toEqual({ base: 5_000, a: 3_000, b: 2_000 });

    await variants().update('shares', 'a', { share: 4_000 });
    expect(await widths('shares')).toEqual({ base: 4_000, a: 4_000, b: 2_000 });

    await variants().update('shares', 'a', { name: 'Only a name' });
    const stored = await versions('shares');
    expect(stored.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2, 1]);
    expect((await admin.get('/experiences/shares')).body.data.weightsVersion).toBe(4);
    for (const { ranges } of stored) {
      expect(ranges[0].from).toBe(0);
      expect(ranges.at(-1).to).toBe(10_000);
    }
  });

  it('beyond 100 % are refused, and the variant stays as it was', async () => {
    await createExperience('too-much', { selection: 'split' }, [{ code: 'a', name: 'A', share: 6_000 }]);
    await admin.post('/experiences/too-much/start');
    await expect(
      variants().create('too-much', { code: 'b', name: 'B', share: 5_000, enabled: true }),
    ).rejects.toMatchObject({ code: 'experience-running' });
    await expect(variants().findOne('too-much', 'b')).rejects.toMatchObject({ code: 'variant-not-found' });
    expect(await versions('too-much')).toHaveLength(1);
  });

  it('stay as they were once it has ended', async () => {
    await createExperience('shares-end', { selection: 'split' }, [{ code: 'a', name: 'A', share: 6_000 }]);
    await admin.post('/experiences/shares-end/start');
    await admin.post('/experiences/shares-end/end');
    await variants().update('shares-end', 'a', { enabled: false });
    expect(await versions('shares-end')).toHaveLength(1);
    expect(await widths('shares-end')).toEqual({ base: 4_000, a: 6_000 });
  });
});
