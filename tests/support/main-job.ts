import { adminClient, type AdminClient } from './admin-client';
import { createTestApp, type RunningApp } from './boot';
import type { Place } from './ingest-suite';
import { ARTICLE, HOME, type Service, writeMainJob } from './main-job-content';

/** A running playground with the content of the main job, and short ways to talk to it. */
export type MainJob = ReturnType<typeof openMainJob>;

/** Boots it before the tests of the suite that calls this, and takes it away after them. */
export function openMainJob(place?: Place) {
  const app = createTestApp({ env: place?.env ?? { DATABASE_CLIENT: 'sqlite' } });
  let running: RunningApp;
  let admin: AdminClient;
  let written: Awaited<ReturnType<typeof writeMainJob>>;

  beforeAll(async () => {
    await place?.make();
    running = await app.boot();
    admin = adminClient(running, await running.adminToken());
    written = await writeMainJob(running);
  }, 120_000);

  afterAll(async () => {
    await running?.stop();
    app.remove();
    await place?.remove();
  }, 120_000);

  const service = (name: string) => running.strapi.plugin('contextual').service(name) as unknown as Service;
  const documents = (uid: string) => running.strapi.documents(uid as never) as any;
  const query = (uid: string) => running.strapi.db.query(uid as never) as any;
  const get = (path: string) => running.http.get(`/api${path}`);
  const personal = (path: string, context: object) =>
    get(path).set('X-Contextual-Context', Buffer.from(JSON.stringify(context)).toString('base64url'));
  const decide = async (context: object, entry: object) => {
    const body = { context, entries: [entry] };
    const answer = await running.http.post('/api/contextual/decide').send(body);
    expect(answer.status).toBe(200);
    return answer.body.data[0];
  };
  const article = () => ({ contentType: ARTICLE, documentId: written.article });
  const home = () => ({ contentType: HOME, documentId: written.home });
  const versions = async (): Promise<Record<string, number>> => {
    const rows = await running.strapi.db.getConnection('contextual_versions').select('name', 'value');
    return Object.fromEntries(rows.map((row: any) => [row.name, Number(row.value)]));
  };

  return {
    /** Known from the first test on. */
    now: () => ({ running, admin, written }),
    isShared: place !== undefined,
    service,
    documents,
    query,
    get,
    personal,
    decide,
    article,
    home,
    versions,
  };
}
