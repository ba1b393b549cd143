import { buildManifest } from '../../../src/manifest/build-manifest';
import { loadManifest } from '../../../src/manifest/load-manifest';
import { content, experience, NOW, records, stranger, variant } from './records';

const german = stranger({ location: { country: 'DE' } });

describe('buildManifest', () => {
  it('holds running experiences only, in the order of their first start', () => {
    const { experiences } = buildManifest(
      records({
        experiences: [
          experience('draft', { status: 'draft' }),
          experience('paused', { status: 'paused' }),
          experience('ended', { status: 'ended' }),
          experience('never', { startedAt: undefined }),
          experience('b', { startedAt: '2026-11-02T00:00:00+02:00' }),
          experience('a', { startedAt: '2026-11-01T23:00:00Z' }),
          experience('0', { startedAt: '2026-11-01T22:00:00.000Z' }),
        ],
      }),
    );
    expect(experiences.map(({ code }) => code)).toEqual(['0', 'b', 'a', 'never']);
  });

  it('keeps experiences whose dates are over: they still fill their attributes', () => {
    const over = experience('over', { endsAt: '2020-01-01' });
    expect(buildManifest(records({ experiences: [over] })).experiences).toHaveLength(1);
  });

  it('turns the schedule into instants of its time zone', () => {
    const scheduled = experience('x', { startsAt: '2026-07-01T00:00', endsAt: '2026-12-01T00:00' });
    expect(buildManifest(records({ experiences: [scheduled] })).experiences[0]).toMatchObject({
      startsAt: Date.parse('2026-06-30T22:00:00Z'),
      endsAt: Date.parse('2026-11-30T23:00:00Z'),
    });
  });

  it('is the same text for the same records in any order', () => {
    const one = records({
      experiences: ['x', 'y'].map((code) =>
        experience(code, {
          audiences: ['mobile', 'german'],
          entries: ['a2', 'a1'].map((documentId) => ({ contentType: 't', documentId })),
          ranges: [
            { variant: 'a', from: 5_000, to: 10_000 },
            { variant: 'base', from: 0, to: 5_000 },
          ],
          variants: [
            variant('b', { contents: [content('a2'), content('a1', ['title'], 'de'), content('a1')] }),
            variant('a', {
              interests: [
                { tag: 'tv', weight: 1 },
                { tag: 'hiking', weight: 2 },
              ],
            }),
          ],
        }),
      ),
      entries: ['a2', 'a1'].map((documentId) => ({
        contentType: 't',
        documentId,
        interests: [],
        onlyFor: ['mobile', 'german'],
        notFor: [],
      })),
    });
    const other = {
      ...one,
      audiences: [...one.audiences].reverse(),
      interestTags: [...one.interestTags].reverse(),
      entries: [...one.entries]
        .reverse()
        .map((entry) => ({ ...entry, onlyFor: [...entry.onlyFor].reverse() })),
      experiences: [...one.experiences].reverse().map((e) => ({
        ...e,
        audiences: [...e.audiences].reverse(),
        entries: [...e.entries].reverse(),
        ranges: [...e.ranges].reverse(),
        variants: [...e.variants]
          .reverse()
          .map((v) => ({ ...v, contents: [...v.contents].reverse(), interests: [...v.interests].reverse() })),
      })),
    };
    expect(JSON.stringify(buildManifest(other))).toBe(JSON.stringify(buildManifest(one)));
  });

  it('survives being sent as JSON', () => {
    const manifest = buildManifest(
      records({ experiences: [experience('x', { variants: [variant('a', { audiences: ['german'] })] })] }),
    );
    const sent = loadManifest(JSON.parse(JSON.stringify(manifest)));
    expect(sent.manifest).toEqual(manifest);
    expect(sent.decide('x', { context: german, now: NOW }).variant).toBe('a');
  });

  it('includes an experience of any status for a preview of it', () => {
    const draft = experience('draft', { status: 'draft', variants: [variant('a', { contents: [] })] });
    const manifest = buildManifest(records({ experiences: [draft] }), { preview: 'draft' });
    const forced = { experience: 'draft', variant: 'a' };
    expect(loadManifest(manifest).decide('draft', { context: {}, now: NOW, forced }).variant).toBe('a');
  });

  it('changes nothing that it was given', () => {
    const given = records({
      experiences: [experience('y'), experience('x', { variants: [variant('b'), variant('a')] })],
    });
    const before = structuredClone(given);
    buildManifest(given);
    expect(given).toEqual(before);
  });
});
