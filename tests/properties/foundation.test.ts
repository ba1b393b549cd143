import fc from 'fast-check';
import { groupBy, groupedLists } from '../../src/foundation/grouped-lists';
import { changedList, isAscending, listChanges } from '../../src/foundation/ordered-list';
import { patchedMap } from '../../src/foundation/patched-map';
import { sameJson } from '../../src/foundation/same-json';
import { sortSteps } from '../../src/foundation/sort-steps';
import { finish } from '../../src/foundation/steps';

const SEED = { seed: 20261123 };

describe('a patched map', () => {
  const key = fc.integer({ min: 0, max: 60 }).map((n) => `k${n}`);
  const changes = fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), { maxLength: 8 });

  it('holds what a copied map holds, through any changes, and so do all before it', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.nat()), fc.array(changes, { maxLength: 12 }), (given, edits) => {
        let expected: ReadonlyMap<string, number> = new Map(Object.entries(given));
        let map = patchedMap(expected);
        const versions = [{ map, expected }];
        for (const edit of edits) {
          const next = new Map(expected);
          for (const [name, value] of edit) {
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          }
          map = map.with(new Map(edit));
          expected = next;
          versions.push({ map, expected });
        }
        for (const version of versions) {
          for (let n = 0; n <= 60; n += 1)
            expect(version.map.get(`k${n}`)).toBe(version.expected.get(`k${n}`));
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});

/** Distinct objects; those of the same rank are the same place in an order. */
interface Item {
  readonly rank: number;
  readonly groups: readonly string[];
}

const byRank = (a: Item, b: Item): number => a.rank - b.rank;
const items = fc
  .uniqueArray(fc.nat({ max: 40 }), { maxLength: 40 })
  .chain((ranks) =>
    fc.tuple(
      ...[...ranks]
        .sort((a, b) => a - b)
        .map((rank) => fc.record({ rank: fc.constant(rank), groups: fc.subarray(['a', 'b', 'c']) })),
    ),
  ) as fc.Arbitrary<Item[]>;

/** Another ascending list that has most of the objects of the first. */
const afterEdit = (before: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.tuple(fc.subarray([...before]), items).map(([kept, others]) => {
    const taken = new Set(kept.map(({ rank }) => rank));
    return [...kept, ...others.filter(({ rank }) => !taken.has(rank))].sort(byRank);
  });

const pair = items.chain((before) => fc.tuple(fc.constant(before), afterEdit(before)));

describe('an ordered list', () => {
  it('is changed by its changes into the list that they were told from', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { gone, come } = listChanges(before, after, byRank)!;
        const changed = changedList(before, new Set(gone), come, byRank);
        expect(changed).toHaveLength(after.length);
        changed.forEach((item, index) => expect(item).toBe(after[index]));
        expect(gone.every((item) => before.includes(item) && !after.includes(item))).toBe(true);
        expect(come.every((item) => after.includes(item) && !before.includes(item))).toBe(true);
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('has changes to ascending lists alone', () => {
    fc.assert(
      fc.property(items, items, fc.nat(), (before, others, seed) => {
        const after = [...before, ...others].sort((a, b) => ((a.rank * seed) % 7) - ((b.rank * seed) % 7));
        expect(listChanges(before, after, byRank) !== undefined).toBe(isAscending(after, byRank));
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('is in its groups after a change as if it had been grouped anew', () => {
    const inGroups = (all: readonly Item[]) => groupBy(all, ({ groups }) => groups);
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const lists = groupedLists(inGroups(before), byRank);
        const { gone, come } = listChanges(before, after, byRank)!;
        const changed = lists.with({ gone: inGroups(gone), come: inGroups(come) });
        const [old, anew] = [inGroups(before), inGroups(after)];
        for (const key of ['a', 'b', 'c']) {
          expect(changed.get(key)).toEqual(anew.get(key) ?? []);
          expect(lists.get(key)).toEqual(old.get(key) ?? []);
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});

describe('the comparison of plain values', () => {
  it('says yes where both are the same text, and no everywhere else', () => {
    let same = 0;
    const small = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(0, 1, 'a', null, true), tie('list'), tie('members')),
      list: fc.array(tie('value'), { maxLength: 2 }),
      members: fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
    })).value;
    fc.assert(
      fc.property(small, small, (a, b) => {
        const expected = JSON.stringify(a) === JSON.stringify(b);
        if (expected) same += 1;
        expect(sameJson(a, b)).toBe(expected);
        expect(sameJson(a, structuredClone(a))).toBe(true);
      }),
      { ...SEED, numRuns: 2_000 },
    );
    expect(same).toBeGreaterThan(50);
  });

  it('tells a list from an object with the same members', () => {
    expect(sameJson(['x'], { 0: 'x' })).toBe(false);
    expect(sameJson({ 0: 'x' }, ['x'])).toBe(false);
    expect(sameJson({}, null)).toBe(false);
  });
});

describe('sorting in steps', () => {
  it('gives what sorting at once gives, ties in their order', () => {
    const list = fc.array(fc.nat({ max: 50 }), { maxLength: 2_000, size: 'max' });
    fc.assert(
      fc.property(list, (ranks) => {
        const given = ranks.map((rank, index) => ({ rank, index }));
        const sorted = finish(sortSteps(given, (a, b) => a.rank - b.rank));
        expect(sorted).toEqual([...given].sort((a, b) => a.rank - b.rank));
      }),
      { ...SEED, numRuns: 50 },
    );
  });

  it('takes no more than a short run at once', () => {
    const given = Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 5_003);
    let compared = 0;
    let most = 0;
    const steps = sortSteps(given, (a, b) => {
      compared += 1;
      return a - b;
    });
    for (let step = steps.next(); !step.done; step = steps.next()) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(256 * 8 + 1);
  });
});
