import { createHash, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import { createReceiptService, tokenSecrets } from '../../server/src/features/decisions';
import type { ReceiptPayload } from '../../server/src/features/decisions';
import type { Unit } from '../../src/model/visitor-context';
import type { RunningApp } from './boot';

/** Codes of the records that `createCountedRecords` makes. */
export const RELEVANCE = 'hero-picture';
export const SPLIT = 'button-test';

/** Two running experiences and two goals, written as rows: counting needs no entries. */
export async function createCountedRecords(strapi: Core.Strapi): Promise<void> {
  const create = (uid: string, data: object) => strapi.db.query(uid).create({ data });
  await create('plugin::contextual.goal', {
    code: 'order',
    name: 'Order',
    event: 'order-completed',
    kind: 'value',
    scope: 'visitor',
    windowDays: 7,
    cap: 500,
    currency: 'EUR',
    direction: 'up',
  });
  const experience = {
    status: 'running',
    goal: 'order',
    guardrails: [],
    audiences: [],
    seed: 'seed',
    hash: 'fnv-v2',
  };
  const shared = { ...experience, timeZone: 'UTC', weightsVersion: 1, startedAt: new Date() };
  const entries = [{ contentType: 'api::home.home', documentId: 'home' }];
  await create('plugin::contextual.experience', {
    ...shared,
    code: RELEVANCE,
    name: 'Hero',
    selection: 'relevance',
    holdout: 1_000,
    entries,
  });
  await create('plugin::contextual.experience', {
    ...shared,
    code: SPLIT,
    name: 'Button',
    selection: 'split',
    holdout: 0,
    entries: [],
  });
  const lists = { audiences: [], channels: [], interests: [] };
  for (const [index, code] of ['tv', 'shoes'].entries()) {
    await create('plugin::contextual.variant', {
      code,
      experience: RELEVANCE,
      name: code,
      order: index,
      enabled: true,
      ...lists,
    });
  }
  await create('plugin::contextual.variant', {
    code: 'green',
    experience: SPLIT,
    name: 'green',
    order: 0,
    enabled: true,
    share: 5_000,
    ...lists,
  });
  const ranges = [
    { variant: 'base', from: 0, to: 5_000 },
    { variant: 'green', from: 5_000, to: 10_000 },
  ];
  for (const [code, holdout] of [
    [RELEVANCE, 1_000],
    [SPLIT, 0],
  ] as const) {
    await create('plugin::contextual.weights-version', {
      experience: code,
      version: 1,
      ranges,
      holdout,
      since: new Date(),
    });
  }
}

/** SHA-256 of a unit, as the tables hold it. */
export const hashOf = (unit: Unit): string =>
  createHash('sha256').update(`${unit.kind}:${unit.id}`).digest('hex');

/** Signs what the running Strapi would sign. */
export function receiptSigner(strapi: Core.Strapi) {
  const config = strapi.config.get('plugin::contextual') as never;
  const receipts = createReceiptService(tokenSecrets(strapi, config));
  const sign = (unit: Unit, claim: Partial<ReceiptPayload> = {}): string =>
    receipts.sign({
      experience: RELEVANCE,
      variant: 'tv',
      wouldBe: 'tv',
      propensity: 0.9,
      weightsVersion: 1,
      unitKind: unit.kind,
      unitHash: hashOf(unit),
      issuedAt: Date.now(),
      ...claim,
    });
  return Object.assign(sign, { hashOf });
}

export const visitor = (id: string = randomUUID()): Unit => ({ kind: 'visitor', id });

/** An event of now, unless told otherwise. */
export const event = (type: string, unit: Unit, more: object = {}) => ({
  id: randomUUID(),
  type,
  unit,
  occurredAt: new Date().toISOString(),
  ...more,
});

/** A batch that leaves now. */
export const batch = (...events: object[]) => ({ sentAt: new Date().toISOString(), events });

/** Sends one batch from nobody in particular and answers each event's status. */
export async function statusesOf({ http }: Pick<RunningApp, 'http'>, ...events: object[]): Promise<string[]> {
  const { body } = await http
    .post('/api/contextual/collect')
    .send(batch(...events))
    .expect(200);
  return (body.data as { status: string }[]).map(({ status }) => status);
}

/** Access key of a new API token. */
export async function apiToken(strapi: Core.Strapi, permissions?: readonly string[]): Promise<string> {
  const token = (await strapi.service('admin::api-token').create({
    name: randomUUID(),
    description: '',
    type: permissions ? 'custom' : 'full-access',
    lifespan: null,
    ...(permissions && { permissions }),
  })) as { accessKey: string };
  return token.accessKey;
}
