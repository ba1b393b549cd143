import fc from 'fast-check';
import { buildManifest } from '../../src/manifest/build-manifest';
import { loadManifest } from '../../src/manifest/load-manifest';
import { DECISION_REASONS } from '../../src/model/decision';
import { anyContext, PAGE, someContext, someLocale, someRecords } from './arbitraries';
import { NOW } from '../src/manifest/records';

const SEED = { seed: 20261121 };
const CODES = ['x', 'y', 'z', 'unknown'];

describe('a decision', () => {
  it('is the same for the same context, moment and manifest, wherever the engine was loaded', () => {
    fc.assert(
      fc.property(someRecords, someContext, someLocale, (of, context, locale) => {
        const manifest = buildManifest(of);
        const here = loadManifest(manifest);
        const elsewhere = loadManifest(JSON.parse(JSON.stringify(manifest)));
        const input = { context, now: NOW, ...(locale && { locale }) };
        for (const code of CODES) {
          expect(elsewhere.decide(code, input)).toEqual(here.decide(code, input));
          expect(here.decide(code, structuredClone(input))).toEqual(here.decide(code, input));
        }
        expect(elsewhere.decideMany(PAGE, input)).toEqual(here.decideMany(PAGE, input));
      }),
      { ...SEED, numRuns: 50 },
    );
  });

  it('is the one that is explained', () => {
    fc.assert(
      fc.property(someRecords, someContext, someLocale, (of, context, locale) => {
        const engine = loadManifest(buildManifest(of));
        const input = { context, now: NOW, ...(locale && { locale }) };
        for (const code of CODES) {
          const { decision, trace } = engine.explain(code, input);
          expect(decision).toEqual(engine.decide(code, input));
          expect(trace.filter(({ outcome }) => outcome === 'decided')).toHaveLength(1);
          expect(trace.at(-1)?.outcome).toBe('decided');
          expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        }
      }),
      { ...SEED, numRuns: 50 },
    );
  });

  it('is well formed for any context whatever, and never throws', () => {
    fc.assert(
      fc.property(someRecords, anyContext, fc.oneof(fc.constant(NOW), fc.double()), (of, context, now) => {
        const engine = loadManifest(buildManifest(of));
        const input = { context: context as never, now };
        for (const code of CODES) {
          const decision = engine.decide(code, input);
          const known = engine.manifest.experiences.find((one) => one.code === code);
          const variants = ['base', ...(known?.variants.map((one) => one.code) ?? [])];
          expect(DECISION_REASONS).toContain(decision.reason);
          expect(variants).toContain(decision.variant);
          expect(variants).toContain(decision.wouldBe);
          expect(decision.propensity).toBeGreaterThan(0);
          expect(decision.propensity).toBeLessThanOrEqual(1);
          expect(engine.explain(code, input).decision).toEqual(decision);
        }
        expect(engine.decideMany(PAGE, input)).toHaveLength(PAGE.length);
        engine.matchAudiences(context as never, now);
      }),
      { ...SEED, numRuns: 100 },
    );
  });

  it('differs between variant and wouldBe only in the holdout, and base is always an answer', () => {
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(someRecords, someContext, someLocale, (of, context, locale) => {
        const engine = loadManifest(buildManifest(of));
        for (const code of CODES) {
          const decision = engine.decide(code, { context, now: NOW, ...(locale && { locale }) });
          reasons.set(decision.reason, (reasons.get(decision.reason) ?? 0) + 1);
          expect(decision.variant !== decision.wouldBe).toBe(decision.reason === 'holdout');
          if (decision.reason === 'holdout' || decision.reason.startsWith('base-'))
            expect(decision.variant).toBe('base');
        }
      }),
      { ...SEED, numRuns: 1_000 },
    );
    expect([...reasons.keys()].sort()).toEqual([
      'adaptive',
      'affinity',
      'audience',
      'base-no-consent',
      'base-no-match',
      'base-not-running',
      'holdout',
      'order',
      'split',
    ]);
  });

  it('never shows a variant that is off, has no content in the locale, or is for another channel', () => {
    fc.assert(
      fc.property(someRecords, someContext, someLocale, (of, context, locale) => {
        const engine = loadManifest(buildManifest(of));
        for (const experience of engine.manifest.experiences) {
          const decision = engine.decide(experience.code, { context, now: NOW, ...(locale && { locale }) });
          const shown = experience.variants.find(({ code }) => code === decision.variant);
          if (shown === undefined) continue;
          expect(shown.enabled).toBe(true);
          expect(
            shown.contents.some(({ entry }) => entry.locale === undefined || entry.locale === locale),
          ).toBe(true);
          if (shown.channels.length > 0) expect(shown.channels).toContain(context.channel);
        }
      }),
      { ...SEED, numRuns: 100 },
    );
  });

  it('of two experiences that fill the same attribute of an entry never shows both', () => {
    fc.assert(
      fc.property(someRecords, someContext, someLocale, (of, context, locale) => {
        const engine = loadManifest(buildManifest(of));
        for (const { entry, decisions } of engine.decideMany(PAGE, {
          context,
          now: NOW,
          ...(locale && { locale }),
        })) {
          const variants = new Map(decisions.map(({ experience, variant }) => [experience, variant]));
          const at = { ...entry, ...(!entry.locale && locale && { locale }) };
          const filled = engine.contentsFor(at, variants);
          const owners = new Map<string, string>();
          for (const { experience, content } of filled) {
            for (const attribute of [...content.fills, ...content.empties]) {
              expect(owners.get(attribute) ?? experience).toBe(experience);
              owners.set(attribute, experience);
            }
          }
        }
      }),
      { ...SEED, numRuns: 100 },
    );
  });
});
