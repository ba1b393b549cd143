import { adminClient, type AdminClient } from '../../support/admin-client';
import { createTestApp, type RunningApp } from '../../support/boot';
import { BANNER, experienceMaker, forGermans, refusal, versionsOf } from './experience-tools';

let app: RunningApp;
let admin: AdminClient;
let createExperience: ReturnType<typeof experienceMaker>;
const testApp = createTestApp();
const versions = (code: string) => versionsOf(admin, code);

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

describe('an experience', () => {
  it('is created as a draft by relevance with a holdout and a seed of its own', async () => {
    const first = (await admin.post('/experiences', { name: 'Erste Überschrift' })).body.data;
    const second = (await admin.post('/experiences', { name: 'Erste Überschrift' })).body.data;
    expect(first).toMatchObject({
      code: 'erste-ueberschrift',
      status: 'draft',
      selection: 'relevance',
      holdout: 1_000,
      goal: 'interaction',
      hash: 'fnv-v2',
      timeZone: 'UTC',
      weightsVersion: 0,
    });
    expect(second.code).toBe('erste-ueberschrift-2');
    expect(second.seed).not.toBe(first.seed);
  });

  it('is listed by one status, or by several', async () => {
    await admin.post('/experiences', { name: 'Several', code: 'several' });
    const codes = async (status: string) =>
      (await admin.get(`/experiences?search=several&status=${status}`)).body.data.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes('draft')).toEqual(['several']);
    expect(await codes('ended,draft')).toEqual(['several']);
    expect(await codes('running,paused')).toEqual([]);
    expect((await admin.get('/experiences?status=draft,nonsense')).status).toBe(400);
  });

  it('has no holdout as a test', async () => {
    const split = await admin.post('/experiences', { name: 'Test', code: 'plain-split', selection: 'split' });
    expect(split.body.data.holdout).toBe(0);
    expect(refusal(await admin.put('/experiences/plain-split', { holdout: 500 })).issues).toEqual([
      'holdout-unused',
    ]);
  });

  it('refuses references to what does not exist', async () => {
    const answer = refusal(
      await admin.post('/experiences', {
        name: 'x',
        audiences: ['nobody'],
        goal: 'nothing',
        guardrails: ['none'],
        campaign: 'never',
        entries: [
          { contentType: BANNER, documentId: 'missing' },
          { contentType: 'api::nothing.nothing', documentId: 'x' },
        ],
      }),
    );
    expect(answer).toEqual({
      status: 400,
      code: 'experience-invalid',
      issues: [
        'audience-missing',
        'goal-missing',
        'goal-missing',
        'campaign-missing',
        'entry-not-found',
        'content-type-unknown',
      ],
    });
  });

  it('never gets the code of a deleted one again', async () => {
    await admin.post('/experiences', { name: 'Gone', code: 'gone-for-good' });
    expect((await admin.delete('/experiences/gone-for-good')).status).toBe(200);
    expect(refusal(await admin.post('/experiences', { name: 'New', code: 'gone-for-good' }))).toMatchObject({
      status: 409,
      code: 'code-used',
    });
  });

  it('is listed by entry and status', async () => {
    const { contentType, documentId } = await createExperience('listed', {}, []);
    const found = await admin.get(
      `/experiences?contentType=${contentType}&documentId=${documentId}&status=draft`,
    );
    expect(found.body.data.map(({ code }: { code: string }) => code)).toEqual(['listed']);
    expect(found.body.meta.pagination.total).toBe(1);
    expect(refusal(await admin.get(`/experiences?contentType=${contentType}`)).status).toBe(400);
  });
});

describe('a start', () => {
  it('is refused with every reason while something is missing', async () => {
    await createExperience('unready', { entries: [] }, []);
    const answer = refusal(await admin.post('/experiences/unready/start'));
    expect(answer).toMatchObject({ status: 409, code: 'experience-cannot-start' });
    expect(answer.issues).toEqual(expect.arrayContaining(['no-variants', 'no-entries']));
    const checks = (await admin.get('/experiences/unready/checks')).body.data;
    expect(checks.map(({ code }: { code: string }) => code)).toEqual(answer.issues);
    expect((await admin.get('/experiences/unready')).body.data.status).toBe('draft');
  });

  it('is refused with a sentence that names both when a running one fills the same attribute', async () => {
    const { documentId } = await createExperience('first', {}, [forGermans]);
    expect((await admin.post('/experiences/first/start')).status).toBe(200);
    await createExperience('second', {}, [forGermans], documentId);
    const refused = await admin.post('/experiences/second/start');
    expect(refusal(refused).issues).toEqual(['attribute-taken']);
    expect(refused.body.error.message).toContain('“Name of first”');
    expect(refused.body.error.message).toContain('“Name of second”');
    await admin.post('/experiences/first/end');
    expect((await admin.post('/experiences/second/start')).body.data.status).toBe('running');
  });

  it('writes weights version 1 and keeps the time of the first start for good', async () => {
    await createExperience('life', {}, [forGermans]);
    const started = (await admin.post('/experiences/life/start')).body.data;
    expect(started).toMatchObject({ status: 'running', weightsVersion: 1 });
    expect(started.startedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await versions('life')).toEqual([
      {
        ...{ experience: 'life', version: 1, ranges: [], holdout: 1_000, globalHoldout: 0 },
        since: expect.any(String),
      },
    ]);
    expect((await admin.post('/experiences/life/pause')).body.data.status).toBe('paused');
    const resumed = (await admin.post('/experiences/life/resume')).body.data;
    expect(resumed).toMatchObject({ status: 'running', startedAt: started.startedAt, weightsVersion: 1 });
    const ended = (await admin.post('/experiences/life/end')).body.data;
    expect(ended.status).toBe('ended');
    expect(ended.endedAt).toBeDefined();
    for (const move of ['start', 'pause', 'resume', 'end']) {
      expect(refusal(await admin.post(`/experiences/life/${move}`))).toMatchObject({
        status: 409,
        code: 'experience-status',
      });
    }
  });
});

describe('two administrators', () => {
  it('who start the same experience at once start it once', async () => {
    await createExperience('at-once', { selection: 'split' }, [{ code: 'a', name: 'A', share: 5_000 }]);
    const answers = await Promise.all([1, 2].map(() => admin.post('/experiences/at-once/start')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(answers.find(({ status }) => status === 409)!).code).toBe('experience-status');
    expect(await versions('at-once')).toHaveLength(1);
  });

  it('who start two that fill the same attribute at once start one of them', async () => {
    const { documentId } = await createExperience('rival-a', {}, [forGermans]);
    await createExperience('rival-b', {}, [forGermans], documentId);
    const answers = await Promise.all(['a', 'b'].map((one) => admin.post(`/experiences/rival-${one}/start`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(answers.find(({ status }) => status === 409)!).issues).toEqual(['attribute-taken']);
  });
});

describe('a schedule', () => {
  it('is refused where it names a day that does not exist: it would never run', async () => {
    for (const startsAt of ['2026-02-30', '2026-12-01T24:00', 'tomorrow']) {
      expect(refusal(await admin.post('/experiences', { name: 'Dated', startsAt }))).toMatchObject({
        status: 400,
        code: 'experience-invalid',
      });
    }
  });

  it('is read in its time zone when it is checked', async () => {
    const dates = { startsAt: '2026-12-01T09:00', timeZone: 'Europe/Berlin' };
    const ends = (endsAt: string) => admin.post('/experiences', { name: 'Dated', ...dates, endsAt });
    expect(refusal(await ends('2026-12-01T07:59:00Z')).issues).toEqual(['ends-before-start']);
    expect((await ends('2026-12-01T08:01:00Z')).status).toBe(201);
  });
});

describe('a running experience', () => {
  it('keeps what was decided by, and takes a new name, dates and holdout', async () => {
    await createExperience('frozen', {}, [forGermans]);
    await admin.post('/experiences/frozen/start');
    for (const change of [
      { selection: 'split' },
      { seed: 'another' },
      { goal: 'other' },
      { entries: [] },
      { audiences: ['germans'] },
    ]) {
      expect(refusal(await admin.put('/experiences/frozen', change))).toMatchObject({
        status: 409,
        code: 'experience-running',
      });
    }
    const renamed = await admin.put('/experiences/frozen', { name: 'New name', endsAt: '2030-01-01' });
    expect(renamed.body.data).toMatchObject({ name: 'New name', endsAt: '2030-01-01', weightsVersion: 1 });
    const held = await admin.put('/experiences/frozen', { holdout: 2_000 });
    expect(held.body.data).toMatchObject({ holdout: 2_000, weightsVersion: 2 });
    expect((await versions('frozen')).map(({ holdout }: { holdout: number }) => holdout)).toEqual([
      2_000, 1_000,
    ]);
  });

  it('cannot be deleted before it has ended', async () => {
    await createExperience('undeletable', {}, [forGermans]);
    await admin.post('/experiences/undeletable/start');
    expect(refusal(await admin.delete('/experiences/undeletable'))).toMatchObject({
      status: 409,
      code: 'experience-running',
    });
    await admin.post('/experiences/undeletable/end');
    expect((await admin.delete('/experiences/undeletable')).status).toBe(200);
  });

  it('freezes its goal but for the name', async () => {
    await admin.post('/goals', { code: 'basket', name: 'Basket', event: 'basket' });
    await createExperience('by-basket', { goal: 'basket' }, [forGermans]);
    await admin.post('/experiences/by-basket/start');
    expect(refusal(await admin.put('/goals/basket', { windowDays: 14 }))).toMatchObject({
      status: 409,
      code: 'goal-frozen',
    });
    expect((await admin.put('/goals/basket', { name: 'Cart' })).body.data.name).toBe('Cart');
  });
});
