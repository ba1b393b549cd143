import { rollupColumns } from '../../../server/src/features/rollups/rollup-rows';
import { NO_SUMS } from '../../../src/events/rollup';
import { adminClient, type AdminClient } from '../../support/admin-client';
import { createTestApp, type RunningApp } from '../../support/boot';
import { experienceMaker, forGermans, versionsOf } from './experience-tools';

let app: RunningApp;
let admin: AdminClient;
let createExperience: ReturnType<typeof experienceMaker>;
const testApp = createTestApp();
const UID = 'plugin::contextual.weights-version';

/** Version and global holdout of its weights versions, newest first. */
const promised = async (code: string) =>
  (await versionsOf(admin, code)).map(({ version, globalHoldout }: any) => [version, globalHoldout]);
const setGlobalHoldout = async (globalHoldout: number) => {
  const answer = await admin.put('/settings', { globalHoldout });
  expect(answer.status).toBe(200);
};
const start = async (code: string, fields: object = {}, variant: object = forGermans) => {
  await createExperience(code, fields, [variant]);
  const started = await admin.post(`/experiences/${code}/start`);
  expect(started.body.data).toMatchObject({ status: 'running', weightsVersion: 1 });
};

beforeAll(async () => {
  app = await testApp.boot();
  admin = adminClient(app, await app.adminToken());
  createExperience = experienceMaker(app, admin);
  await admin.post('/audiences', { code: 'germans', name: 'Germans', rule: { 'location.country': 'DE' } });
});

beforeEach(() => setGlobalHoldout(0));

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

describe('changing the global holdout', () => {
  it('begins a weights version, which knows it, for what runs by relevance', async () => {
    await start('runs');
    expect(await promised('runs')).toEqual([[1, 0]]);
    await setGlobalHoldout(500);
    await setGlobalHoldout(800);
    expect(await promised('runs')).toEqual([
      [3, 800],
      [2, 500],
      [1, 0],
    ]);
    const { data } = (await admin.get('/experiences/runs')).body;
    expect(data).toMatchObject({ status: 'running', weightsVersion: 3, holdout: 1_000 });
  });

  it('begins none for a test, which nobody is held out of, nor for what does not run', async () => {
    await start('test', { selection: 'split' }, { code: 'a', name: 'A', share: 5_000 });
    await start('over');
    await admin.post('/experiences/over/end');
    await createExperience('draft', {}, [forGermans]);
    await setGlobalHoldout(500);
    expect(await promised('test')).toEqual([[1, undefined]]);
    expect(await promised('over')).toEqual([[1, 0]]);
    expect(await promised('draft')).toEqual([]);
    await admin.post('/experiences/draft/start');
    expect(await promised('draft')).toEqual([[1, 500]]);
  });

  it('begins one for what was paused when it resumes', async () => {
    await start('rests');
    await admin.post('/experiences/rests/pause');
    await setGlobalHoldout(500);
    expect(await promised('rests')).toEqual([[1, 0]]);
    await admin.post('/experiences/rests/resume');
    expect(await promised('rests')).toEqual([
      [2, 500],
      [1, 0],
    ]);
  });

  it('begins none when it is the same, or when another setting changes', async () => {
    await start('same');
    await admin.put('/settings', { globalHoldout: 0, affinityLead: 0.2 });
    await admin.put('/settings', { affinityLead: 0.1 });
    expect(await promised('same')).toEqual([[1, 0]]);
  });

  it('keeps what was in force for versions of a time when it was not kept, ended ones too', async () => {
    await start('older');
    await start('older-ended');
    await admin.post('/experiences/older-ended/end');
    await setGlobalHoldout(300);
    const where = { experience: { $in: ['older', 'older-ended'] } };
    await app.strapi.db.query(UID).updateMany({ where, data: { globalHoldout: null } });
    // Nothing changed, so what is not known means the present one and no version is needed.
    await admin.put('/experiences/older', { name: 'Renamed' });
    expect(await promised('older')).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
    await setGlobalHoldout(700);
    expect(await promised('older')).toEqual([
      [3, 700],
      [2, 300],
      [1, 300],
    ]);
    expect(await promised('older-ended')).toEqual([[1, 300]]);
  });

  it('misses no change of an experience that is made at the same time', async () => {
    await start('meanwhile');
    const answers = await Promise.all([
      admin.put('/experiences/meanwhile', { holdout: 2_000 }),
      admin.put('/settings', { globalHoldout: 500 }),
      admin.put('/experiences/meanwhile', { holdout: 3_000 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [latest, ...earlier] = await versionsOf(admin, 'meanwhile');
    const { data } = (await admin.get('/experiences/meanwhile')).body;
    expect(latest).toMatchObject({ globalHoldout: 500, holdout: data.holdout, version: data.weightsVersion });
    expect(earlier).toHaveLength(3);
  });

  it('does not make the report call the split of earlier days wrong', async () => {
    await start('reported');
    await setGlobalHoldout(2_000);
    const count = (weightsVersion: number, variant: string, n: number) =>
      app.strapi.db.getConnection('contextual_rollups').insert(
        rollupColumns({
          ...{ experience: 'reported', variant, wouldBe: 'de', weightsVersion, unitKind: 'visitor' },
          ...{ day: `2026-03-0${weightsVersion}`, dimension: '', level: '', goal: '' },
          sums: { ...NO_SUMS, n: BigInt(n) },
        }),
      );
    await count(1, 'de', 4_500);
    await count(1, 'base', 500);
    // 0.9 · 0.8 of all are shown from then on.
    await count(2, 'de', 3_600);
    await count(2, 'base', 1_400);
    const { data } = (await admin.get('/results/reported')).body;
    expect(data.unitKinds[0].health.sampleRatio).toMatchObject({
      mismatch: false,
      periods: [{ period: 1 }, { period: 2 }],
    });
    expect(data.verdict.code).not.toMatch(/^withheld/);
  });
});

describe('a change of the settings that fails', () => {
  it('leaves no weights version and no setting behind', async () => {
    await start('undone');
    const versions = app.strapi.db.query(UID);
    const fail = () => Promise.reject(new Error('no space left'));
    const error = jest.spyOn(app.strapi.log, 'error').mockImplementation((() => app.strapi.log) as never);
    const unsubscribe = app.strapi.db.lifecycles.subscribe({ models: [UID], afterCreate: fail } as never);
    expect((await admin.put('/settings', { globalHoldout: 500 })).status).toBe(500);
    unsubscribe();
    error.mockRestore();
    expect(await promised('undone')).toEqual([[1, 0]]);
    expect((await admin.get('/settings')).body.data.globalHoldout).toBe(0);
    expect(await versions.count({ where: { globalHoldout: 500, experience: 'undone' } })).toBe(0);
  });
});
