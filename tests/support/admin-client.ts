import type { Response } from 'supertest';
import type { RunningApp } from './boot';

/** Calls the panel's API as one administrator, or as nobody. Paths begin below `/contextual`. */
export interface AdminClient {
  get(path: string): Promise<Response>;
  post(path: string, body?: object | string): Promise<Response>;
  put(path: string, body?: object): Promise<Response>;
  delete(path: string): Promise<Response>;
  call(method: string, path: string, body?: object | string): Promise<Response>;
}

/** A client of the panel's API; without a token it is anonymous. */
export function adminClient({ http }: RunningApp, token?: string): AdminClient {
  const call = async (method: string, path: string, body?: object | string): Promise<Response> => {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    let request = http[verb](`/contextual${path}`);
    if (token) request = request.set('Authorization', `Bearer ${token}`);
    return body === undefined ? request : request.send(body);
  };
  return {
    call,
    get: (path) => call('get', path),
    post: (path, body) => call('post', path, body ?? {}),
    put: (path, body) => call('put', path, body ?? {}),
    delete: (path) => call('delete', path),
  };
}

/** A role without any permission, a user who has it, and a way to give it some. */
export interface TestRole {
  readonly client: AdminClient;
  /** Replaces all its permissions; full action names, for example `plugin::contextual.goals.read`. */
  permit(actions: readonly string[]): Promise<void>;
  /** The same with subjects and fields, as the roles page sends them. */
  permitAll(permissions: readonly object[]): Promise<void>;
}

/** Makes a role and a user in it. The first super admin must be there already (`app.adminToken()`). */
export async function createRole(app: RunningApp, name: string): Promise<TestRole> {
  const { strapi, http } = app;
  const service = (uid: string) => strapi.service(uid as never) as unknown as AdminServices;
  const role = await service('admin::role').create({ name, description: 'for a test' });
  const email = `${name}@example.com`;
  const password = 'Contextual-test-1';
  await service('admin::user').create({
    email,
    firstname: name,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const login = await http.post('/admin/login').send({ email, password });
  if (!login.body?.data?.token) throw new Error(`login of ${email} failed: ${JSON.stringify(login.body)}`);
  const permitAll = async (permissions: readonly object[]): Promise<void> => {
    await service('admin::role').assignPermissions(role.id, permissions);
  };
  return {
    client: adminClient(app, login.body.data.token as string),
    permitAll,
    permit: async (actions) => {
      const permissions = actions.map((action) => ({
        action,
        subject: null,
        properties: {},
        conditions: [],
      }));
      await permitAll(permissions);
    },
  };
}

/** What we use of Strapi's services of roles and users. */
interface AdminServices {
  create(data: object): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: readonly object[]): Promise<unknown>;
}
