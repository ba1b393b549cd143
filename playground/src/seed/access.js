'use strict';

const fs = require('node:fs');

/** Demo only: anybody who reads this file knows them. */
const PASSWORD = 'Contextual-demo-1';
const ADMIN_USERS = [
  { email: 'admin@example.com', firstname: 'Ada', lastname: 'Admin', role: 'strapi-super-admin' },
  { email: 'editor@example.com', firstname: 'Edda', lastname: 'Editor', role: 'strapi-editor' },
  { email: 'author@example.com', firstname: 'Aino', lastname: 'Author', role: 'strapi-author' },
];
const API_TOKENS = [
  { name: 'Demo read-only', type: 'read-only', description: 'Reads and decides.' },
  { name: 'Demo full access', type: 'full-access', description: 'Sees explanations, sends trusted events.' },
  {
    name: 'Demo storefront',
    type: 'custom',
    description: 'Decides with the reasons and sends trusted events; content it reads as everybody does.',
    permissions: ['plugin::contextual.decision.find', 'plugin::contextual.event.create'],
  },
];
const READER = { username: 'reader', email: 'reader@example.com' };
const PUBLIC_TYPES = ['article', 'product', 'category', 'banner', 'home'];

/** People, tokens and rights of the demo. What exists by e-mail, name or action is left alone. */
async function ensureAccess(strapi) {
  for (const user of ADMIN_USERS) await ensureAdminUser(strapi, user);
  for (const token of API_TOKENS) {
    // Its permissions are the plugin's own: without the plugin there is nothing to permit.
    if (token.type !== 'custom' || strapi.plugin('contextual')) await ensureApiToken(strapi, token);
  }
  await ensureReader(strapi);
  await ensurePublicRights(strapi);
}

async function ensureAdminUser(strapi, { role, ...person }) {
  const users = strapi.service('admin::user');
  if (await users.exists({ email: person.email })) return;
  const { id } = await strapi.service('admin::role').findOne({ code: role });
  await users.create({
    ...person,
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'en',
    roles: [id],
  });
}

async function ensureApiToken(strapi, token) {
  const tokens = strapi.service('admin::api-token');
  if (await tokens.exists({ name: token.name })) return;
  await tokens.create({ ...token, lifespan: null });
}

async function ensureReader(strapi) {
  const known = await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { email: READER.email } });
  if (known) return;
  const role = await roleOfType(strapi, 'authenticated');
  await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      ...READER,
      password: PASSWORD,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: role.id,
    });
}

/** Everybody may read the shop and the magazine, signed in or not. */
async function ensurePublicRights(strapi) {
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const type of ['public', 'authenticated']) {
    const role = await roleOfType(strapi, type);
    for (const name of PUBLIC_TYPES) {
      for (const call of name === 'home' ? ['find'] : ['find', 'findOne']) {
        const action = `api::${name}.${name}.${call}`;
        const known = await permissions.findOne({ where: { action, role: role.id } });
        if (!known) await permissions.create({ data: { action, role: role.id } });
      }
    }
  }
}

const roleOfType = (strapi, type) =>
  strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });

/**
 * Hands the demo's tokens to the script that started this process: they are stored encrypted,
 * so only the app itself can read them back.
 */
async function writeAccessFile(strapi, file) {
  const tokens = strapi.service('admin::api-token');
  const keyOf = async (name) => {
    const token = await tokens.getByName(name);
    return token ? (await tokens.getById(token.id, { includeDecryptedKey: true })).accessKey : null;
  };
  const access = {
    admin: { email: ADMIN_USERS[0].email, password: PASSWORD },
    reader: { identifier: READER.email, password: PASSWORD },
    readOnlyToken: await keyOf(API_TOKENS[0].name),
    fullAccessToken: await keyOf(API_TOKENS[1].name),
    storefrontToken: await keyOf(API_TOKENS[2].name),
  };
  fs.writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
}

module.exports = { ensureAccess, writeAccessFile };
