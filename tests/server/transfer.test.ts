import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { UID } from '../../server/src/constants';
import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { batch, event } from '../support/counting';
import { ARTICLE, FAN, SIBLING, type Service, STRANGER, writeMainJob } from '../support/main-job-content';

const HOME = 'api::home.home';
const PICTURE = 'contextual-transfer.svg';
const RECORDS = Object.values(UID);

let source: TestApp;
let target: TestApp;
let running: RunningApp;
/** What the source has and answers. */
let before: Awaited<ReturnType<typeof everything>>;
let articleId: string;
let homeId: string;

const service = (name: string) => running.strapi.plugin('contextual').service(name) as unknown as Service;
const query = (uid: string) => running.strapi.db.query(uid as never) as any;

/** The command that a user gives, in the folder of an app, on its database. */
async function strapi(app: TestApp, ...command: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npx', ['strapi', ...command], {
    cwd: app.folder,
    // The paths of both apps and of the plugin come from the last boot.
    env: { ...process.env, DATABASE_FILENAME: path.join(app.folder, '.tmp/data.db') },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Adds to the main job what a transfer could lose: a picture, a split with a history, targeting, a campaign, settings. */
async function writeSource(): Promise<void> {
  const { article, home, plain } = await writeMainJob(running);
  articleId = article;
  homeId = home;
  const uploads = path.join(source.folder, 'public/uploads');
  mkdirSync(uploads, { recursive: true });
  writeFileSync(path.join(uploads, PICTURE), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const file = await query('plugin::upload.file').create({
    data: {
      documentId: 'transferredpicture000000',
      name: PICTURE,
      hash: PICTURE.replace('.svg', ''),
      ext: '.svg',
      mime: 'image/svg+xml',
      size: 0.1,
      url: `/uploads/${PICTURE}`,
      provider: 'local',
      folderPath: '/',
    },
  });
  const entry = { contentType: HOME, documentId: home };
  await service('campaigns').create!({ code: 'spring', name: 'Spring', startsAt: '2026-03-01T00:00:00Z' });
  const split = { code: 'opening', name: 'Opening', selection: 'split', seed: 's', entries: [entry] };
  await service('experiences').create!({ ...split, campaign: 'spring', audiences: [] });
  await service('variants').create!('opening', { code: 'loud', name: 'Loud', share: 5_000 });
  const data = { headline: 'Loud headline', hero: { heading: 'Loud', image: file.id } };
  await service('variants').addContent!('opening', 'loud', { entry, locale: 'en', data });
  await service('variants').publishContent!({ experience: 'opening', variant: 'loud', entry }, '*');
  await service('experiences').move!('opening', 'start');
  // A second version of the ranges: their history is what visitors are kept by.
  await service('variants').update!('opening', 'loud', { share: 2_500 });
  const targeting = { interests: [{ tag: 'tv', weight: 20 }], onlyFor: ['fans'] };
  await service('entryTargeting').set!(ARTICLE, plain, targeting);
  await service('settings').update!({ affinityThreshold: 0.3 });
  const role = await query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  await query('plugin::users-permissions.permission').create({
    data: { action: 'plugin::upload.content-api.find', role: role.id },
  });
}

/** Without what a database gives itself. */
const plain = (rows: any): any =>
  JSON.parse(
    JSON.stringify(rows, (key, value) =>
      ['id', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'localizations'].includes(key)
        ? undefined
        : value,
    ),
  );
const sorted = (rows: any[]) =>
  plain(rows).sort((a: any, b: any) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Every record, every variant's content, and what a thousand visitors would see. */
async function everything() {
  const records = Object.fromEntries(
    await Promise.all(RECORDS.map(async (uid) => [uid, sorted(await query(uid).findMany())])),
  );
  const contents = Object.fromEntries(
    await Promise.all(
      [
        [SIBLING, { seo: true, products: true, cover: true, blocks: true }],
        ['plugin::contextual.home-variant', { hero: { populate: ['image'] } }],
      ].map(async ([uid, populate]) => [uid, sorted(await query(uid as string).findMany({ populate }))]),
    ),
  );
  return { records, contents, settings: plain(await service('settings').load!()), answers: await answers() };
}

async function answers() {
  const entries = [
    { contentType: ARTICLE, documentId: articleId },
    { contentType: ARTICLE, documentId: articleId, locale: 'de' },
    { contentType: HOME, documentId: homeId },
  ];
  const given: unknown[] = [];
  for (let visitor = 0; visitor < 60; visitor += 1) {
    const unit = { kind: 'visitor', id: `visitor-${visitor}` };
    const context = { ...(visitor % 2 ? FAN : STRANGER), unit, consent: { personalization: true } };
    const { body } = await running.http.post('/api/contextual/decide').send({ context, entries });
    const decided = body.data.map(({ decisions, variantKey }: any) => ({
      variantKey,
      decisions: decisions.map(({ receipt: _r, manifestVersion: _m, ...decision }: any) => decision),
    }));
    given.push(decided);
  }
  const image = 'populate[hero][populate]=image';
  const loud = await running.http.get(`/api/home?variant=opening.loud&${image}`);
  const telly = await running.http.get(`/api/articles/${articleId}?variant=guide.telly&populate[seo]=true`);
  return { given, loud: plain(loud.body.data), telly: plain(telly.body.data) };
}

const rollups = () => running.strapi.db.connection('contextual_rollups').orderBy('id');
const coreStore = async (key: string) =>
  (await query('strapi::core-store').findOne({ where: { key } }))?.value;
const persisted = async (): Promise<string[]> =>
  JSON.parse(await coreStore('core_persisted_tables')).map(({ name }: any) => name);

describe('Strapi export and import', () => {
  let measured: unknown[];
  let versionBefore: number;
  let snapshotBefore: string;

  beforeAll(async () => {
    source = createTestApp();
    target = createTestApp();
    running = await source.boot();
    await writeSource();
    await running.adminToken();
    before = await everything();
    await running.stop();
    await strapi(
      source,
      'export',
      '--no-encrypt',
      '--no-compress',
      '--file',
      path.join(source.folder, 'all'),
    );

    // The target has content, variants and results of its own, and runs on.
    running = await target.boot();
    const own = await writeMainJob(running);
    const token = await running.adminToken();
    // Stores what survival needs: the first request of an administrator does.
    await running.http.get('/contextual/settings').set('Authorization', `Bearer ${token}`).expect(200);
    const unit = { kind: 'visitor' as const, id: 'measured here' };
    const context = { ...FAN, unit, consent: { personalization: true } };
    const entry = { contentType: ARTICLE, documentId: own.article };
    const decided = await running.http.post('/api/contextual/decide').send({ context, entries: [entry] });
    const { receipt } = decided.body.data[0].decisions[0];
    const seen = event('exposure', unit, { receipt, occurredAt: new Date(Date.now() - 1_000).toISOString() });
    await running.http.post('/api/contextual/collect').send(batch(seen)).expect(200);
    measured = await rollups();
    expect(measured.length).toBeGreaterThan(0);
    const list = JSON.parse((await coreStore('core_persisted_tables')) ?? '[]');
    await query('strapi::core-store').update({
      where: { key: 'core_persisted_tables' },
      data: { value: JSON.stringify([...list, { name: 'kept_by_the_target' }]) },
    });
    snapshotBefore = await coreStore('plugin_contextual_survival-snapshot');
    expect(snapshotBefore).toContain('roleGrants');
    versionBefore = (await running.strapi.db.connection('contextual_versions').where({ name: 'manifest' }))[0]
      .value;
    await strapi(target, 'import', '--force', '--file', path.join(source.folder, 'all.tar'));
  }, 400_000);

  afterAll(async () => {
    await running?.stop();
    source.remove();
    target.remove();
  });

  it('reach an instance that runs, without a restart', async () => {
    const deadline = Date.now() + 10_000;
    const seesIt = async () =>
      JSON.stringify((await answers()).given) === JSON.stringify(before.answers.given);
    while (!(await seesIt()) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 500));
    expect((await answers()).given).toEqual(before.answers.given);
    const [row] = await running.strapi.db.connection('contextual_versions').where({ name: 'manifest' });
    expect(row.value).toBeGreaterThan(versionBefore);
  });

  it('bring every record: interests, audiences, goals, experiences, variants, targeting, campaigns, weights', async () => {
    const { records } = await everything();
    for (const uid of RECORDS) {
      expect([uid, before.records[uid].length]).not.toEqual([uid, 0]);
      expect([uid, records[uid]]).toEqual([uid, before.records[uid]]);
    }
  });

  it('bring the content of variants in every locale and status, with media and relations, and the settings', async () => {
    const { contents, settings } = await everything();
    expect(contents).toEqual(before.contents);
    expect(JSON.stringify(contents)).toContain(PICTURE);
    expect(settings).toEqual(before.settings);
  });

  it('leave the results that were measured in the target, and bring none', async () => {
    expect(await rollups()).toEqual(measured);
  });

  it('leave to the target what names its own roles and tables', async () => {
    expect(await coreStore('plugin_contextual_survival-snapshot')).toBe(snapshotBefore);
    expect(await persisted()).toEqual(
      expect.arrayContaining(['kept_by_the_target', 'contextual_variant_of_articles', 'contextual_rollups']),
    );
    const keys = (await query('strapi::core-store').findMany()).map(({ key }: any) => key);
    expect(keys.filter((key: string, at: number) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('report no entry as deleted that was only replaced', async () => {
    expect(await running.strapi.db.connection('contextual_affected')).toEqual([]);
  });

  it('answer the same after the next start, every text and picture', async () => {
    await running.stop();
    running = await target.boot();
    expect(await everything()).toEqual(before);
    expect(before.answers.loud).toMatchObject({
      headline: 'Loud headline',
      hero: { heading: 'Loud', image: { url: `/uploads/${PICTURE}` } },
    });
    expect(new Set(before.answers.given.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(3);
  });
});
