import { changeManifest } from '../../../src/manifest/change-manifest';
import { buildManifest } from '../../../src/manifest/build-manifest';
import { loadManifest } from '../../../src/manifest/load-manifest';
import type { Experience } from '../../../src/model/experience';
import { ARTICLE, content, experience, NOW, records, stranger, variant } from './records';

const german = { context: stranger({ location: { country: 'DE' } }), now: NOW };

/** Two experiences to an entry, in the order of their start. */
const COUNT = 400;
const entryOf = (n: number) => `e${n >> 1}`;
const nth = (n: number, over: Partial<Experience> = {}): Experience =>
  experience(`x${n}`, {
    startedAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
    entries: [{ contentType: ARTICLE, documentId: entryOf(n) }],
    variants: [
      variant('v', { audiences: ['german'], contents: [content(entryOf(n), [`attribute${n % 2}`])] }),
    ],
    ...over,
  });

const all = records({
  experiences: Array.from({ length: COUNT }, (_, n) => nth(n)),
  entries: Array.from({ length: COUNT / 2 }, (_, n) => ({
    contentType: ARTICLE,
    documentId: `e${n}`,
    interests: [],
    onlyFor: ['mobile'],
    notFor: [],
  })),
});

/** A manifest that notes whose variants are read. */
const watched = () => {
  const read = new Set<string>();
  const manifest = buildManifest(all);
  const experiences = manifest.experiences.map(
    (one) =>
      new Proxy(one, {
        get: (target, name, receiver) => {
          if (name === 'variants' || name === 'entries') read.add(target.code);
          return Reflect.get(target, name, receiver) as unknown;
        },
      }),
  );
  return { manifest: { ...manifest, experiences }, read };
};

describe('an edit', () => {
  it('reads the experience that changed and those that share an entry with it, no other', () => {
    const { manifest, read } = watched();
    const previous = loadManifest(manifest);
    expect(read.size).toBe(COUNT);
    read.clear();
    const edited = nth(10, { variants: [variant('w', { contents: [content('e5', ['attribute1'])] })] });
    const engine = loadManifest(changeManifest(manifest, { version: 8, put: { experiences: [edited] } }), {
      previous,
    });
    expect([...read].sort()).toEqual(['x10', 'x11']);
    expect(
      engine.decideMany([{ contentType: ARTICLE, documentId: 'e5' }], german)[0]!.decisions,
    ).toMatchObject([{ experience: 'x10' }, { experience: 'x11', reason: 'base-not-running' }]);
    expect(previous.decideMany([{ contentType: ARTICLE, documentId: 'e5' }], german)[0]!.variantKey).toBe(
      'x10.v~x11.v',
    );
  });

  it('of an audience reads no experience at all', () => {
    const { manifest, read } = watched();
    const previous = loadManifest(manifest);
    read.clear();
    const put = { audiences: [{ code: 'german', name: 'Austrians', rule: { 'location.country': 'AT' } }] };
    const engine = loadManifest(changeManifest(manifest, { version: 8, put }), { previous });
    expect(read.size).toBe(0);
    expect(engine.decide('x3', german).reason).toBe('base-no-match');
    expect(previous.decide('x3', german).variant).toBe('v');
  });

  it('of an entry reads its own experiences alone, whose match with the visitor it changes', () => {
    const { manifest, read } = watched();
    const previous = loadManifest(manifest);
    read.clear();
    const entry = { contentType: ARTICLE, documentId: 'e7', interests: [], onlyFor: [], notFor: ['german'] };
    const engine = loadManifest(changeManifest(manifest, { version: 8, put: { entries: [entry] } }), {
      previous,
    });
    expect([...read].sort()).toEqual(['x14', 'x15']);
    expect(engine.hiddenFromLists(ARTICLE, new Set())).toHaveLength(COUNT / 2 - 1);
    expect(engine.hiddenFromLists(ARTICLE, new Set(['german', 'mobile']))).toEqual(['e7']);
  });

  it('of most of the records is as exact as one of few', () => {
    const previous = loadManifest(buildManifest(all));
    const experiences = all.experiences.map((one, n) => (n % 3 === 0 ? one : nth(n, { name: 'edited' })));
    const manifest = buildManifest({ ...all, version: 8, experiences }, { previous: previous.manifest });
    const engine = loadManifest(manifest, { previous });
    const fresh = loadManifest(manifest, { cacheSize: 0 });
    const page = Array.from({ length: 50 }, (_, n) => ({ contentType: ARTICLE, documentId: `e${n}` }));
    expect(engine.explainMany(page, german)).toEqual(fresh.explainMany(page, german));
    expect(engine.experiencesOf({ contentType: ARTICLE })).toEqual(
      fresh.experiencesOf({ contentType: ARTICLE }),
    );
  });

  it('takes over what a manifest sent as JSON still says, object by object', () => {
    const previous = loadManifest(buildManifest(all));
    const experiences = all.experiences.map((one, n) => (n === 3 ? { ...one, name: 'edited' } : one));
    const sent = JSON.parse(JSON.stringify(buildManifest({ ...all, version: 8, experiences })));
    const { manifest } = loadManifest(sent, { previous });
    expect(JSON.stringify(manifest)).toBe(JSON.stringify(sent));
    const kept = manifest.experiences.map((one, n) => one === previous.manifest.experiences[n]);
    expect(kept.flatMap((same, n) => (same ? [] : [n]))).toEqual([3]);
    expect(manifest.audiences).toBe(previous.manifest.audiences);
    expect(manifest.entries).toBe(previous.manifest.entries);
  });

  it('made after an engine of somebody else’s is loaded anew', () => {
    const manifest = buildManifest(all);
    const wrapped = { ...loadManifest(manifest) };
    expect(loadManifest(manifest, { previous: wrapped }).decide('x1', german).variant).toBe('v');
  });

  it('may come with other options', () => {
    const previous = loadManifest(buildManifest(all), { cacheSize: 0, index: false });
    const engine = loadManifest(changeManifest(previous.manifest, { version: 8 }), { previous });
    expect(engine.decide('x1', german)).toMatchObject({ variant: 'v', manifestVersion: 8 });
    const again = loadManifest(engine.manifest, { previous: engine, cacheSize: 0 });
    expect(again.decide('x1', german).variant).toBe('v');
  });
});

describe('the change of a manifest', () => {
  const manifest = buildManifest(all);

  it('shares everything that it does not change', () => {
    const changed = changeManifest(manifest, {
      version: 8,
      put: { experiences: [nth(9, { name: 'edited' })] },
    });
    expect(changed.version).toBe(8);
    expect(changed.audiences).toBe(manifest.audiences);
    expect(changed.entries).toBe(manifest.entries);
    const kept = changed.experiences.map((one, n) => one === manifest.experiences[n]);
    expect(kept.flatMap((same, n) => (same ? [] : [n]))).toEqual([9]);
  });

  it('is none where a record that was written says the same', () => {
    const changed = changeManifest(manifest, {
      version: 8,
      put: { experiences: [nth(9)], audiences: [...all.audiences] },
      remove: { experiences: ['unknown'], goals: ['unknown'] },
    });
    expect(changed.experiences).toBe(manifest.experiences);
    expect(changed.audiences).toBe(manifest.audiences);
  });

  it('takes an experience out that was paused, removed, or whose dates cannot be read', () => {
    const codes = (put: readonly Experience[], remove: readonly string[] = []) =>
      changeManifest(manifest, { version: 8, put: { experiences: put }, remove: { experiences: remove } })
        .experiences.length;
    expect(codes([nth(9, { status: 'paused' })])).toBe(COUNT - 1);
    expect(codes([nth(9, { endsAt: 'tomorrow' })])).toBe(COUNT - 1);
    expect(codes([], ['x9', 'x10'])).toBe(COUNT - 2);
    expect(codes([nth(9)], ['x9'])).toBe(COUNT);
  });

  it('moves an experience to where its first start is now', () => {
    const moved = changeManifest(manifest, {
      version: 8,
      put: { experiences: [nth(9, { startedAt: '2030-01-01' })] },
    });
    expect(moved.experiences.at(-1)!.code).toBe('x9');
    expect(moved.experiences).toHaveLength(COUNT);
  });

  it('keeps what a preview shows', () => {
    const draft = experience('draft', { status: 'draft' });
    const previewed = buildManifest({ ...all, experiences: [draft] }, { preview: 'draft' });
    const put = { experiences: [{ ...draft, name: 'edited' }] };
    const names = (options: { preview?: string }) =>
      changeManifest(previewed, { version: 8, put }, options).experiences.map(({ name }) => name);
    expect(names({ preview: 'draft' })).toEqual(['edited']);
    expect(names({})).toEqual([]);
  });
});
