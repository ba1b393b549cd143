import fc from 'fast-check';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { analyseVariants } from '../../src/decision/analyse-variants';
import { buildManifest } from '../../src/manifest/build-manifest';
import { loadManifest } from '../../src/manifest/load-manifest';
import type { Audience } from '../../src/model/audience';
import type { Variant } from '../../src/model/experience';
import type { VisitorContext } from '../../src/model/visitor-context';
import { content, likes, NOW, settings } from '../src/manifest/records';
import { someRecords } from './arbitraries';

/** Rules that often contain each other, under the codes that random experiences name. */
const AUDIENCES: readonly Audience[] = [
  { code: 'german', name: 'Germany', rule: { 'location.country': 'DE' } },
  { code: 'mobile', name: 'DACH', rule: { 'location.country': ['DE', 'AT', 'CH'] } },
  {
    code: 'returning',
    name: 'Back',
    rule: { 'session.count': { $gte: 2 }, 'location.country': { $ne: 'CH' } },
  },
  { code: 'hikers', name: 'Often', rule: { 'session.count': { $gte: 5 }, 'location.country': ['DE', 'AT'] } },
];

const INTERESTS: readonly Record<string, number>[] = [{}, { tv: 1 }, { hiking: 1 }, { outdoor: 1, tv: 0.4 }];

/** The choices that can make a difference, all together. */
const CONTEXTS: readonly VisitorContext[] = [true, false].flatMap((personalization) =>
  [undefined, 'DE', 'AT', 'CH', 'FR'].flatMap((country) =>
    [undefined, 1, 2, 7].flatMap((count) =>
      [undefined, 'web', 'app'].flatMap((channel) =>
        INTERESTS.map(
          (scores): VisitorContext => ({
            unit: { kind: 'page-visit', id: 'p1' },
            consent: { personalization },
            interests: likes(scores, scores),
            ...(country !== undefined && { location: { country } }),
            ...(count !== undefined && { session: { count } }),
            ...(channel !== undefined && { channel }),
          }),
        ),
      ),
    ),
  ),
);

/** Every other variant without interests and in all locales, so that they often stand in each other's way. */
const plainer = (variant: Variant, index: number): Variant =>
  index % 2 === 1 ? variant : { ...variant, interests: [], contents: [content('a1')] };

it('no engine ever chooses a variant that is said to be dead or shadowed', () => {
  const seen = { 'nobody-takes-part': 0, 'variant-dead': 0, 'variant-shadowed': 0, 'variant-undecided': 0 };
  fc.assert(
    fc.property(someRecords, (random) => {
      const experiences = random.experiences.map((one) => ({ ...one, variants: one.variants.map(plainer) }));
      const records = { ...random, experiences, audiences: AUDIENCES, settings };
      const engine = loadManifest(buildManifest(records));
      const tagGroups = new Map(records.interestTags.map(({ code, group }) => [code, group]));
      for (const experience of engine.manifest.experiences) {
        const found = analyseVariants(experience, AUDIENCES, {
          catalogue: ATTRIBUTE_CATALOGUE,
          tagGroups,
          affinityLead: settings.affinityLead,
        });
        for (const { code } of found) seen[code] += 1;
        const hidden = new Set(
          found.flatMap((one) =>
            one.code === 'nobody-takes-part'
              ? experience.variants.map(({ code }) => code)
              : one.code === 'variant-undecided'
                ? []
                : [one.variant],
          ),
        );
        if (hidden.size === 0) continue;
        for (const context of CONTEXTS) {
          for (const locale of ['en', 'de', undefined]) {
            const input = { context, now: NOW, ...(locale && { locale }) };
            expect(hidden).not.toContain(engine.decide(experience.code, input).wouldBe);
          }
        }
      }
    }),
    { seed: 20_262, numRuns: 200 },
  );
  expect(seen['variant-shadowed']).toBeGreaterThan(10);
  expect(seen['variant-dead']).toBeGreaterThan(10);
  expect(seen['variant-undecided']).toBe(0);
});
