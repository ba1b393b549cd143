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
/** Articles and the like, and their variants. */
const LOCALISED_TYPES = ['article', 'product', 'category', 'home'];
/** What people of the demo may do beside editing entries; the plugin leaves this to the administrator. */
const PLUGIN_RIGHTS = {
  // Does the whole job, from an interest to the result.
  'strapi-editor': [
    'audiences.read',
    'audiences.write',
    'interests.read',
    'interests.write',
    'goals.read',
    'goals.write',
    'campaigns.read',
    'campaigns.write',
    'experiences.read',
    'experiences.write',
    'experiences.start',
    'entries.read',
    'entries.write',
    'results.read',
    'preview.create',
    'settings.read',
  ],
  // Prepares variants of their own entries; somebody else starts them.
  'strapi-author': [
    'audiences.read',
    'interests.read',
    'goals.read',
    'campaigns.read',
    'experiences.read',
    'experiences.write',
    'entries.read',
    'entries.write',
    'preview.create',
  ],
};
const READER = { username: 'reader', email: 'reader@example.com' };
const PUBLIC_TYPES = ['article', 'product', 'category', 'banner', 'home'];

/** People, tokens and rights of the demo. What exists by e-mail, name or action is left alone. */
async function ensureAccess(strapi) {
  for (const user of ADMIN_USERS) await ensureAdminUser(strapi, user);
  for (const token of API_TOKENS) {
    // Its permissions are the plugin's own: without the plugin there is nothing to permit.
    if (token.type !== 'custom' || strapi.plugin('contextual')) await ensureApiToken(strapi, token);
  }
  await ensureLocalisedRights(strapi);
  if (strapi.plugin('contextual')) await ensurePluginRights(strapi);
  await ensureReader(strapi);
  await ensurePublicRights(strapi);
}

/**
 * Strapi gives its first roles the rights to publish and delete without naming locales, and drops them again where
 * a content type is localised.
 */
async function ensureLocalisedRights(strapi) {
  const locales = (await strapi.plugin('i18n').service('locales').find()).map(({ code }) => code);
  const types = LOCALISED_TYPES.flatMap((name) => [
    `api::${name}.${name}`,
    `plugin::contextual.${name}-variant`,
  ]).filter((uid) => strapi.contentTypes[uid]);
  for (const subject of types) {
    const draftAndPublish = strapi.contentTypes[subject].options?.draftAndPublish === true;
    await ensureRight(strapi, 'strapi-editor', { action: 'delete', subject, locales });
    if (draftAndPublish) await ensureRight(strapi, 'strapi-editor', { action: 'publish', subject, locales });
    const conditions = ['admin::is-creator'];
    await ensureRight(strapi, 'strapi-author', { action: 'delete', subject, locales, conditions });
    for (const code of ['strapi-editor', 'strapi-author']) await nameLocales(strapi, code, subject, locales);
  }
}

/** The rights to read and write are there without naming locales as well, which Strapi takes for none at all. */
async function nameLocales(strapi, code, subject, locales) {
  const permissions = strapi.db.query('admin::permission');
  const { id: role } = await strapi.service('admin::role').findOne({ code });
  const action = {
    $in: ['create', 'read', 'update'].map((name) => `plugin::content-manager.explorer.${name}`),
  };
  for (const { id, properties } of await permissions.findMany({ where: { action, subject, role } })) {
    if (properties.locales !== undefined) continue;
    await permissions.update({ where: { id }, data: { properties: { ...properties, locales } } });
  }
}

async function ensureRight(strapi, code, { action: name, subject, locales, conditions = [] }) {
  const permissions = strapi.db.query('admin::permission');
  const { id } = await strapi.service('admin::role').findOne({ code });
  const action = `plugin::content-manager.explorer.${name}`;
  if (await permissions.findOne({ where: { action, subject, role: id } })) return;
  const data = { action, subject, properties: { locales }, conditions, role: id };
  await permissions.create({ data });
}

async function ensurePluginRights(strapi) {
  const permissions = strapi.db.query('admin::permission');
  for (const [code, names] of Object.entries(PLUGIN_RIGHTS)) {
    const { id } = await strapi.service('admin::role').findOne({ code });
    for (const name of names) {
      const action = `plugin::contextual.${name}`;
      const known = await permissions.findOne({ where: { action, role: id } });
      if (known) continue;
      const data = { action, subject: null, properties: {}, conditions: [], role: id };
      await permissions.create({ data });
    }
  }
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

/** The key of one of the demo's API tokens, null where there is none of this name. */
async function tokenKey(strapi, name) {
  const tokens = strapi.service('admin::api-token');
  const token = await tokens.getByName(name);
  return token ? (await tokens.getById(token.id, { includeDecryptedKey: true })).accessKey : null;
}

/**
 * Hands the demo's tokens to the script that started this process: they are stored encrypted,
 * so only the app itself can read them back.
 */
async function writeAccessFile(strapi, file) {
  const keyOf = ({ name }) => tokenKey(strapi, name);
  const access = {
    admin: { email: ADMIN_USERS[0].email, password: PASSWORD },
    reader: { identifier: READER.email, password: PASSWORD },
    readOnlyToken: await keyOf(API_TOKENS[0]),
    fullAccessToken: await keyOf(API_TOKENS[1]),
    storefrontToken: await keyOf(API_TOKENS[2]),
  };
  fs.writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
}

module.exports = { ensureAccess, tokenKey, writeAccessFile };
