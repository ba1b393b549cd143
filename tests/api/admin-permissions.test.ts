import { ADMIN_ACTIONS, adminActionUid } from '../../server/src/http/permissions';
import { adminClient, createRole, type AdminClient, type TestRole } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';

/** Every route of the panel and the one permission that opens it: a new route fails here until it is listed. */
const NEEDED: Readonly<Record<string, string>> = {
  'POST /audiences/validate': 'audiences.read',
  'GET /audiences/:code/uses': 'audiences.read',
  'GET /audiences': 'audiences.read',
  'GET /audiences/:code': 'audiences.read',
  'POST /audiences': 'audiences.write',
  'PUT /audiences/:code': 'audiences.write',
  'DELETE /audiences/:code': 'audiences.write',
  'GET /interest-tags': 'interests.read',
  'GET /interest-tags/:code': 'interests.read',
  'POST /interest-tags': 'interests.write',
  'PUT /interest-tags/:code': 'interests.write',
  'DELETE /interest-tags/:code': 'interests.write',
  'GET /entries/:contentType/:documentId': 'entries.read',
  'PUT /entries/:contentType/:documentId': 'entries.write',
  'GET /goals': 'goals.read',
  'GET /goals/:code': 'goals.read',
  'POST /goals': 'goals.write',
  'PUT /goals/:code': 'goals.write',
  'DELETE /goals/:code': 'goals.write',
  'GET /campaigns': 'campaigns.read',
  'GET /campaigns/:code': 'campaigns.read',
  'POST /campaigns': 'campaigns.write',
  'PUT /campaigns/:code': 'campaigns.write',
  'DELETE /campaigns/:code': 'campaigns.write',
  'GET /experiences': 'experiences.read',
  'GET /experiences/:code': 'experiences.read',
  'POST /experiences': 'experiences.write',
  'PUT /experiences/:code': 'experiences.write',
  'DELETE /experiences/:code': 'experiences.write',
  'GET /experiences/:code/checks': 'experiences.read',
  'GET /experiences/:code/weights-versions': 'experiences.read',
  'POST /experiences/:code/start': 'experiences.start',
  'POST /experiences/:code/pause': 'experiences.start',
  'POST /experiences/:code/resume': 'experiences.start',
  'POST /experiences/:code/end': 'experiences.start',
  'GET /experiences/:experience/variants': 'experiences.read',
  'GET /experiences/:experience/variants/:code': 'experiences.read',
  'POST /experiences/:experience/variants': 'experiences.write',
  'PUT /experiences/:experience/variants/:code': 'experiences.write',
  'DELETE /experiences/:experience/variants/:code': 'experiences.write',
  'POST /experiences/:experience/variants/:code/contents': 'experiences.write',
  'GET /experiences/:experience/contents': 'experiences.read',
  'GET /entries/:contentType/:documentId/contents': 'experiences.read',
  'POST /entries/:contentType/:documentId/variants': 'experiences.write',
  'GET /variant-contents/:variantContentType/:documentId': 'experiences.read',
  'PUT /variant-contents/:variantContentType/:documentId': 'experiences.write',
  'GET /settings': 'settings.read',
  'PUT /settings': 'settings.write',
  'POST /preview-tokens': 'preview.create',
  'GET /attention': 'experiences.read',
  'GET /results': 'results.read',
  'GET /results/:experience': 'results.read',
};

/** Routes that any one of some permissions opens. */
const ANY_OF: Readonly<Record<string, readonly string[]>> = {
  'GET /content-types': ['entries.read', 'experiences.read'],
};

const ROUTES = [...Object.keys(NEEDED), ...Object.keys(ANY_OF)];

const ALL = ADMIN_ACTIONS.map(({ name }) => adminActionUid(name));

interface RouteOfStrapi {
  readonly method: string;
  readonly path: string;
}

let app: RunningApp;
let role: TestRole;
let superAdmin: AdminClient;
const testApp = createTestApp();

beforeAll(async () => {
  app = await testApp.boot();
  superAdmin = adminClient(app, await app.adminToken());
  role = await createRole(app, 'tester');
});

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

const adminRoutes = () =>
  (app.strapi.plugin('contextual').routes as unknown as { admin: { routes: RouteOfStrapi[] } }).admin.routes;

/** A real call of a route, with names in place of its parameters that nothing has. */
const call = (client: AdminClient, route: string) => {
  const [method = '', path = ''] = route.split(' ');
  const concrete = path.replace(/:[a-zA-Z]+/g, 'nothing');
  return client.call(method, concrete, method === 'POST' || method === 'PUT' ? {} : undefined);
};

describe('every route of the panel', () => {
  it('is listed here with the permission that it needs', () => {
    const present = adminRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(present.sort()).toEqual([...ROUTES].sort());
  });

  it('answers 401 to nobody', async () => {
    for (const route of ROUTES) {
      const { status } = await call(adminClient(app), route);
      expect([route, status]).toEqual([route, 401]);
    }
  });

  it('answers 401 to a token of the public API', async () => {
    const { status } = await call(adminClient(app, 'not-a-token'), 'GET /audiences');
    expect(status).toBe(401);
  });

  it('answers 403 to an editor who has every permission but the needed one', async () => {
    for (const needed of new Set(Object.values(NEEDED))) {
      const uid = `plugin::contextual.${needed}`;
      await role.permit(ALL.filter((action) => action !== uid));
      for (const route of Object.keys(NEEDED).filter((name) => NEEDED[name] === needed)) {
        const { status, text } = await call(role.client, route);
        expect([route, status]).toEqual([route, 403]);
        expect(text).not.toContain('    at ');
      }
    }
  });

  it('lets an editor in who has the needed permission alone', async () => {
    for (const needed of new Set(Object.values(NEEDED))) {
      await role.permit([`plugin::contextual.${needed}`]);
      for (const route of Object.keys(NEEDED).filter((name) => NEEDED[name] === needed)) {
        const { status } = await call(role.client, route);
        expect([route, [200, 400, 404].includes(status)]).toEqual([route, true]);
      }
    }
  });

  it('that several permissions open opens with each alone, and with none of them stays shut', async () => {
    for (const [route, names] of Object.entries(ANY_OF)) {
      const uids = names.map((name) => `plugin::contextual.${name}`);
      for (const uid of uids) {
        await role.permit([uid]);
        expect([route, uid, (await call(role.client, route)).status]).toEqual([route, uid, 200]);
      }
      await role.permit(ALL.filter((action) => !uids.includes(action)));
      expect([route, (await call(role.client, route)).status]).toEqual([route, 403]);
    }
  });

  it('lets the super admin in', async () => {
    for (const route of ROUTES) {
      const { status } = await call(superAdmin, route);
      expect([route, [200, 400, 404].includes(status)]).toEqual([route, true]);
    }
  });

  it('answers lists to the super admin with 200', async () => {
    for (const path of [
      '/audiences',
      '/interest-tags',
      '/goals',
      '/campaigns',
      '/experiences',
      '/settings',
    ]) {
      expect([path, (await superAdmin.get(path)).status]).toEqual([path, 200]);
    }
  });
});

it('shows every permission in the roles page', async () => {
  const token = await app.adminToken();
  const { body } = await app.http.get('/admin/permissions').set('Authorization', `Bearer ${token}`);
  const plugins = (body.data.sections.plugins as { action: string }[]).map(({ action }) => action);
  expect(plugins).toEqual(expect.arrayContaining(ALL));
});
