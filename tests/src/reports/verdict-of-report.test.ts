import type { EventDayCell } from '../../../src/events/event-day';
import { NO_SUMS, type RollupCell } from '../../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../../src/model/goal';
import { report, type ReportOptions } from '../../../src/reports/report';
import { verdictSentence } from '../../../src/reports/verdict-sentence';

const SCALE = 10_000n;
const DAYS = 10;
const dayAt = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

const ORDER: Goal = { ...DEFAULT_GOAL, code: 'order', event: 'order', scope: 'visitor', windowDays: 3 };
const NEWSLETTER: Goal = { ...ORDER, code: 'newsletter', event: 'newsletter' };

const HALVES = [
  { variant: 'base', from: 0, to: 5000 },
  { variant: 'a', from: 5000, to: 10_000 },
];

const OPTIONS: ReportOptions = {
  experience: 'hero',
  selection: 'split',
  goal: 'order',
  goals: [ORDER, NEWSLETTER],
  guardrails: ['newsletter'],
  today: dayAt(DAYS + 5),
  weightsVersions: [{ version: 1, holdout: 0, ranges: HALVES }],
};

/** Ten days alike. @param reached units a day, by goal. */
const arm = (
  variant: string,
  units: number,
  reached: Readonly<Record<string, number>>,
  more: Partial<RollupCell> = {},
  multiple = 0,
): RollupCell[] =>
  Array.from({ length: DAYS }, (_, index): RollupCell[] => {
    const key = {
      ...{ experience: 'hero', variant, wouldBe: variant, weightsVersion: 1, unitKind: 'visitor' as const },
      ...{ day: dayAt(index), dimension: '', level: '' },
      ...more,
    };
    return [
      { ...key, goal: '', sums: { ...NO_SUMS, n: BigInt(units), multiple: BigInt(multiple) } },
      ...Object.entries(reached).map(([goal, count]): RollupCell => {
        const y = BigInt(count) * SCALE;
        return { ...key, goal, sums: { ...NO_SUMS, y, yy: y * SCALE } };
      }),
    ];
  }).flat();

const told = (cells: readonly RollupCell[], more: Partial<ReportOptions> = {}) =>
  report({ cells, days: [] }, { ...OPTIONS, ...more });

const sentence = (cells: readonly RollupCell[], more: Partial<ReportOptions> = {}) => {
  const { verdict } = told(cells, more);
  return verdict && verdictSentence(verdict, 'en');
};

describe('the verdict of a report', () => {
  it('says how much better a variant is, at least and most likely', () => {
    const cells = [...arm('base', 2000, { order: 200 }), ...arm('a', 2000, { order: 300 })];
    const { verdict } = told(cells);
    expect(verdict).toMatchObject({ code: 'better', values: { variant: 'a', scale: 'relative' } });
    if (verdict?.code !== 'better') throw new Error('not better');
    expect(verdict.values.atLeast).toBeGreaterThan(0.3);
    expect(verdict.values.likely).toBeGreaterThanOrEqual(verdict.values.atLeast);
    expect(verdict.values.likely).toBeLessThan(0.5);
  });

  it('is withheld when visitors were not split as promised', () => {
    const cells = [...arm('base', 2000, { order: 200 }), ...arm('a', 2300, { order: 400 })];
    expect(sentence(cells)).toBe(
      'Result withheld: visitors were not split as planned. “a” should have 50% of them and has 53%.',
    );
  });

  it('names what is wrong in a weights version although another makes up for it', () => {
    const later = { weightsVersion: 2 };
    const cells = [
      ...[...arm('base', 2000, { order: 200 }), ...arm('a', 2300, { order: 400 })],
      ...[...arm('base', 2300, { order: 200 }, later), ...arm('a', 2000, { order: 400 }, later)],
    ];
    const weightsVersions = [1, 2].map((version) => ({ version, holdout: 0, ranges: HALVES }));
    expect(sentence(cells, { weightsVersions })).toMatch(/should have 50% of them and has (47|53)%\.$/);
  });

  it('is withheld in relevance when the control group has another size than it should', () => {
    const cells = [...arm('tv', 1700, { order: 200 }), ...arm('base', 300, { order: 20 }, { wouldBe: 'tv' })];
    const weightsVersions = [{ version: 1, holdout: 1000, ranges: [] }];
    expect(sentence(cells, { selection: 'relevance', weightsVersions })).toBe(
      'Result withheld: visitors were not split as planned. The control group should have 10% of them and has 15%.',
    );
  });

  it('is withheld when too many saw both', () => {
    const cells = [...arm('base', 2000, { order: 200 }, {}, 30), ...arm('a', 2000, { order: 300 }, {}, 30)];
    expect(sentence(cells)).toBe(
      'Result withheld: 1.5% of visitors saw more than one side, and the limit is 1%.',
    );
  });

  it('tells of a guardrail that dropped before it tells of the gain', () => {
    const cells = [
      ...arm('base', 2000, { order: 200, newsletter: 400 }),
      ...arm('a', 2000, { order: 300, newsletter: 200 }),
    ];
    expect(told(cells).verdict).toMatchObject({ code: 'guardrail-dropped', values: { goal: 'newsletter' } });
    expect(sentence(cells)).toMatch(
      /^Must not drop, but did: with “a”, “newsletter” brings at least 4\d% less than with the default\.$/,
    );
  });

  it('speaks of the whole against the control group in relevance, and of each variant beside it', () => {
    const cells = [
      ...arm('tv', 1800, { order: 300 }),
      ...arm('base', 200, { order: 20 }, { wouldBe: 'tv' }),
      ...arm('shoes', 900, { order: 20 }),
      ...arm('base', 100, { order: 2 }, { wouldBe: 'shoes' }),
    ];
    const weightsVersions = [{ version: 1, holdout: 1000, ranges: [] }];
    const made = told(cells, { selection: 'relevance', weightsVersions });
    expect(made.verdict).toMatchObject({
      code: 'better',
      values: { variant: null, against: 'control-group' },
    });
    expect(made.unitKinds[0]?.variantVerdicts.map(({ variant, verdict }) => [variant, verdict.code])).toEqual(
      [
        [null, 'better'],
        ['shoes', 'more-conversions'],
        ['tv', 'better'],
      ],
    );
  });

  it('cannot be made of page visits where only visitors reach the goal', () => {
    const page = { unitKind: 'page-visit' as const };
    const cells = [...arm('base', 2000, {}, page), ...arm('a', 2000, {}, page)];
    expect(sentence(cells)).toBe(
      'Cannot be calculated: page visits cannot reach the goal “order”, only visitors who agreed to be recognised can.',
    );
    expect(verdictSentence(told(cells).verdict ?? { code: 'no-goal', values: { goal: '' } }, 'de')).toBe(
      'Nicht berechenbar: Das Ziel „order“ können einzelne Seitenbesuche nicht erreichen, nur Besucher, die der Wiedererkennung zugestimmt haben.',
    );
  });

  it('is of visitors when page visits were counted too', () => {
    const page = { unitKind: 'page-visit' as const };
    const visitors = [...arm('base', 20, { order: 2 }), ...arm('a', 20, { order: 3 })];
    const pages = [...arm('base', 9000, {}, page), ...arm('a', 9000, {}, page)];
    expect(told([...visitors, ...pages]).verdict).toMatchObject({ code: 'more-conversions' });
  });

  it('is of page visits when all that is known of visitors are exposures that nobody vouches for', () => {
    const page = { unitKind: 'page-visit' as const };
    const cells = [...arm('base', 20, { order: 2 }, page), ...arm('a', 20, { order: 3 }, page)];
    const unverified: EventDayCell = {
      ...{ experience: 'hero', variant: 'a', wouldBe: 'a', unitKind: 'visitor', day: dayAt(0) },
      ...{ measure: 'unverified', goal: '', count: 9n, value: 0n },
    };
    const goals = [{ ...ORDER, scope: 'page-view' as const }];
    const { verdict } = report({ cells, days: [unverified] }, { ...OPTIONS, goals });
    expect(verdict).toMatchObject({ code: 'more-conversions', values: { unitKind: 'page-visit' } });
  });

  it('is none where nobody told today', () => {
    const { today: _today, ...options } = OPTIONS;
    expect(report({ cells: arm('a', 5, {}), days: [] }, options).verdict).toBeNull();
  });
});
