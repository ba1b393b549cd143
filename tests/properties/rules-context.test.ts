import fc from 'fast-check';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { hasConsent, withoutStored } from '../../src/context/consent';
import { mergeContext } from '../../src/context/merge-context';
import { parseContext } from '../../src/context/parse-context';
import { readAttribute } from '../../src/context/read-attribute';
import { signalsToContext } from '../../src/context/signals/signals-to-context';
import type { RequestSignals } from '../../src/context/signals/request-signals';
import type { VisitorContext } from '../../src/model/visitor-context';
import { inheritedKeys } from '../support/inherited-keys';
import { anyJson, contexts } from './rules-arbitraries';

const RUNS = { seed: 20_261, numRuns: 300 };

const knownKeys = fc.constantFrom(
  ...[
    'consent',
    'page',
    'session',
    'traits',
    'history',
    'interests',
    'audiences',
    'unit',
    'userId',
    'country',
    'url',
    'browser',
  ],
);
const inputs = fc.oneof(contexts, fc.dictionary(knownKeys, anyJson), anyJson);

const objectsOf = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsOf)] : [];

describe('for anything that a visitor sends', () => {
  it('parsing gives a clean context or one issue, and parsing it again changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const parsed = parseContext(input, { now: 0 });
        if (!parsed.ok) return expect(parsed.error.map(({ code }) => code)).toHaveLength(1);
        for (const object of objectsOf(parsed.value)) {
          if (!Array.isArray(object)) expect(inheritedKeys(object)).toEqual([]);
          for (const key of ['__proto__', 'constructor', 'prototype'])
            expect(Object.hasOwn(object, key)).toBe(false);
        }
        const again = parseContext(parsed.value);
        expect(again).toEqual(parsed);
      }),
      RUNS,
    );
  });

  it('without consent nothing of class stored can be read, whether it was parsed or not', () => {
    const stored = [
      'userId',
      'audiences',
      'session.count',
      'session.isReturning',
      'traits',
      'history',
      'firstTouch',
    ];
    fc.assert(
      fc.property(inputs, (input) => {
        const kept = withoutStored(input as VisitorContext, ATTRIBUTE_CATALOGUE);
        for (const path of stored) expect(readAttribute(kept, path)).toBeUndefined();
        expect(Object.keys((readAttribute(kept, 'interests.lasting') ?? {}) as object)).toEqual([]);
        expect(typeof hasConsent(input as VisitorContext)).toBe('boolean');
      }),
      RUNS,
    );
  });

  it('signals of any shape give a context, and joining keeps what was said', () => {
    const headerNames = fc.constantFrom(
      ...['accept-language', 'user-agent', 'sec-gpc', 'cf-ipcountry', 'ect', 'save-data', '__proto__'],
    );
    const signals = fc.record(
      {
        pageUrl: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()),
        referrer: fc.oneof(fc.webUrl(), fc.string()),
        query: fc.dictionary(fc.constantFrom('utm_source', 'utm_term', 'constructor'), anyJson),
        headers: fc.dictionary(headerNames, fc.oneof(fc.string(), anyJson)),
        trustGeoHeaders: fc.constantFrom('cloudflare' as const, false as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(signals, inputs, (seen, input) => {
        const fromSignals = signalsToContext(seen as RequestSignals);
        const parsed = parseContext(input, { now: 0 });
        if (!parsed.ok) return;
        const merged = mergeContext(parsed.value, fromSignals);
        for (const key of ['userId', 'locale', 'channel', 'interests', 'location'] as const) {
          if (parsed.value[key] !== undefined) expect(merged[key]).toEqual(parsed.value[key]);
        }
        if (fromSignals.consent?.gpc) expect(hasConsent(merged)).toBe(false);
      }),
      { ...RUNS, numRuns: 150 },
    );
  });
});
