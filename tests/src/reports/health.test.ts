import { NO_SUMS, type RollupCell } from '../../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../../src/model/goal';
import { healthOf, type HealthQuery } from '../../../src/reports/health';
import { report } from '../../../src/reports/report';

const ORDER: Goal = { ...DEFAULT_GOAL, code: 'order', event: 'order', scope: 'visitor', windowDays: 3 };
const dayAt = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

/** Units of so many days that a variant was selected for: shown it, or held out from it. */
const counted = (
  weightsVersion: number,
  days: readonly number[],
  shown: number,
  held: number,
): RollupCell[] =>
  days.flatMap((index) =>
    [
      { variant: 'tv', n: shown },
      { variant: 'base', n: held },
    ].flatMap(({ variant, n }): RollupCell[] => {
      const key = {
        ...{ experience: 'hero', variant, wouldBe: 'tv', weightsVersion, unitKind: 'visitor' as const },
        ...{ day: dayAt(index), dimension: '', level: '' },
      };
      const y = BigInt(Math.round(n / 10)) * 10_000n;
      return [
        { ...key, goal: '', sums: { ...NO_SUMS, n: BigInt(n) } },
        { ...key, goal: 'order', sums: { ...NO_SUMS, y, yy: y * 10_000n } },
      ];
    }),
  );

/** Five days under the own holdout of 10 % alone, then five under a global one of 20 % too: 0.9 · 0.8 are shown. */
const CELLS = [...counted(1, [0, 1, 2, 3, 4], 900, 100), ...counted(2, [5, 6, 7, 8, 9], 720, 280)];
const OWN: HealthQuery['weightsVersions'] = [
  { version: 1, ranges: [], holdout: 1_000, globalHoldout: 0 },
  { version: 2, ranges: [], holdout: 1_000, globalHoldout: 2_000 },
];
/** The same without what they know of the global holdout, as every version was once. */
const OLD = OWN.map(({ version, ranges, holdout }) => ({ version, ranges, holdout }));

const NONE = expect.closeTo(0, 10) as number;

const ratioOf = (weightsVersions: HealthQuery['weightsVersions'], globalHoldout: number) =>
  healthOf(CELLS, { unitKind: 'visitor', selection: 'relevance', weightsVersions, globalHoldout })
    .sampleRatio;
const verdictOf = (weightsVersions: HealthQuery['weightsVersions']) =>
  report(
    { cells: CELLS, days: [] },
    {
      ...{ experience: 'hero', selection: 'relevance', goal: 'order', goals: [ORDER] },
      ...{ today: dayAt(15), weightsVersions, globalHoldout: 2_000 },
    },
  ).verdict?.code;

describe('a global holdout that was changed while an experience ran', () => {
  it('leaves the split right: each weights version is held against what was promised in its time', () => {
    const { mismatch, periods } = ratioOf(OWN, 2_000);
    expect(mismatch).toBe(false);
    expect(periods.map(({ arms }) => arms.find(({ arm }) => arm === 'base')?.expected)).toEqual([
      expect.closeTo(500),
      expect.closeTo(1_400),
    ]);
  });

  it('would make the earlier days wrong if they were held against what is promised now', () => {
    expect(ratioOf(OLD, 2_000)).toMatchObject({ mismatch: true, periods: [{ p: NONE }, { p: 1 }] });
    expect(ratioOf(OLD, 0)).toMatchObject({ mismatch: true, periods: [{ p: 1 }, { p: NONE }] });
  });

  it('does not withhold the result', () => {
    expect(verdictOf(OLD)).toBe('withheld-sample-ratio');
    expect(verdictOf(OWN)).not.toMatch(/^withheld/);
  });

  it('is not asked for what it is now where a version knows what it was', () => {
    for (const now of [0, 500, 10_000]) expect(ratioOf(OWN, now)).toEqual(ratioOf(OWN, 2_000));
  });

  it('is taken as it is now for a version that does not know it', () => {
    const [, second] = OWN;
    const [first] = OLD;
    expect(ratioOf([first!, second!], 0)).toEqual(ratioOf(OWN, 0));
  });
});
