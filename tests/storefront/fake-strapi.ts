import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test makes Strapi do, and what was asked of it. */
export interface FakeStrapi {
  readonly url: string;
  readonly asked: { method: string; path: string; headers: IncomingMessage['headers']; body: any }[];
  /** Answers by the beginning of "METHOD /path"; the longest wins; a number is a status without a body. */
  answers: Record<string, unknown>;
  /** `null`: does not answer at all. */
  close(): Promise<void>;
}

const HOME = {
  documentId: 'home1',
  locale: 'en',
  headline: 'Base <headline>',
  intro: 'Intro',
  hero: { heading: 'Hero', text: 'Text', link: { label: 'Go', url: '/products/aurora-55' } },
  featured: [],
  sections: [],
};

export const DECISION = {
  experience: 'front-page',
  variant: 'television',
  wouldBe: 'television',
  reason: 'affinity',
  propensity: 0.9,
  weightsVersion: 1,
  manifestVersion: 1,
  receipt: 'receipt.mac',
};

/** Home and banner as decided; the rest of the site is empty. */
export const ANSWERS = {
  'GET /api/': { data: [], meta: { pagination: { page: 1, pageCount: 0, total: 0 } } },
  'GET /api/home': { data: HOME },
  'GET /api/contextual/scope': { data: { interests: [] } },
  'POST /api/contextual/decide': {
    data: [
      {
        contentType: 'api::home.home',
        documentId: 'home1',
        locale: 'en',
        decisions: [DECISION],
        variantKey: 'front-page.television',
        explanation: [],
      },
      { error: { code: 'entry-not-found', message: '' } },
    ],
    meta: {},
  },
  'POST /api/contextual/collect': { data: [{ id: '1', status: 'accepted' }] },
};

/** A server on loopback that answers like Strapi: the storefront speaks HTTP with it, as it does with the real one. */
export async function startFakeStrapi(): Promise<FakeStrapi> {
  const fake = { asked: [] as FakeStrapi['asked'], answers: { ...ANSWERS } as Record<string, unknown> };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const call = `${request.method} ${request.url}`;
      fake.asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
      });
      const [key] = Object.keys(fake.answers)
        .filter((start) => call.startsWith(start))
        .sort((a, b) => b.length - a.length);
      const answer = key === undefined ? 404 : fake.answers[key];
      if (typeof answer === 'number') return response.writeHead(answer).end('a stack at secret.js:1:1');
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  const url = await listen(server);
  return Object.assign(fake, { url, close: () => close(server) });
}

/** On a free port of loopback. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

/** Ends it with every connection. */
export function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
