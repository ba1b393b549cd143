import fc from 'fast-check';
import { calendarDay } from '../../src/events/calendar-day';
import { goalDayDifference, eventDayKeyText } from '../../src/events/event-day';
import type { ExperienceFacts } from '../../src/events/experience-facts';
import { participationOf, type Participation } from '../../src/events/participation';
import type { RecordedEvent } from '../../src/events/recorded-event';
import {
  addSums,
  difference,
  isNothing,
  NO_SUMS,
  rollupKeyText,
  type RollupSums,
} from '../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../src/model/goal';

const DAY = 86_400_000;
const START = Date.parse('2026-03-25T00:00:00Z');
const dayOf = calendarDay('Europe/Berlin');
const ORDER: Goal = {
  ...DEFAULT_GOAL,
  code: 'order',
  event: 'order',
  kind: 'value',
  windowDays: 3,
  cap: 40,
  currency: 'EUR',
};
const RATIO: Goal = { ...DEFAULT_GOAL, code: 'ratio', event: 'order', kind: 'ratio', denominator: 'view' };

const factsOf = (selection: ExperienceFacts['selection']): ExperienceFacts => ({
  code: 'hero',
  selection,
  variants: new Set(['base', 'a', 'b']),
  goals: [DEFAULT_GOAL, ORDER, RATIO],
  entries: new Set(['home']),
});

interface UnitEvent extends RecordedEvent {
  readonly unit: number;
}

const variant = fc.constantFrom('base', 'a', 'b');
const eventOf = fc.record({
  unit: fc.integer({ min: 0, max: 3 }),
  type: fc.constantFrom('exposure' as const, 'interaction' as const, 'conversion' as const, 'view' as const),
  at: fc.integer({ min: 0, max: 12 }).map((half) => START + half * (DAY / 2)),
  verification: fc.constantFrom('signed' as const, 'signed' as const, 'unverified' as const),
  variant,
  wouldBe: variant,
  weightsVersion: fc.integer({ min: 1, max: 2 }),
  value: fc.integer({ min: -100_000, max: 400_000 }),
  currency: fc.constantFrom('EUR', 'USD', undefined),
  device: fc.constantFrom('phone', 'desktop'),
});

const events = fc.array(eventOf, { maxLength: 40 }).map((drafts) =>
  drafts.map(
    ({ unit, type, at, verification, value, currency, device, ...decision }, index): UnitEvent => ({
      unit,
      hash: String((index * 7919) % 1_000).padStart(64, '0'),
      type,
      at,
      verification,
      ...(type === 'exposure' && {
        decision: { ...decision, experience: 'hero', propensity: 0.5 },
        dimensions: { device },
      }),
      ...(type === 'conversion' && { goal: 'order', value, ...(currency && { currency }) }),
    }),
  ),
);

/** A small ingest in memory: batches in any order, with repeats; each batch recomputes its units and moves the rollups. */
function ingest(batches: readonly (readonly UnitEvent[])[], facts: ExperienceFacts): Map<string, unknown> {
  const stored = new Map<string, UnitEvent>();
  const participations = new Map<number, Participation | null>();
  const rollups = new Map<string, RollupSums>();
  const days = new Map<string, readonly [bigint, bigint]>();
  for (const batch of batches) {
    const fresh = batch.filter(({ hash }) => !stored.has(hash));
    for (const event of fresh) stored.set(event.hash, event);
    for (const unit of new Set(fresh.map((event) => event.unit))) {
      const own = [...stored.values()].filter((event) => event.unit === unit);
      const before = participations.get(unit) ?? null;
      const after = participationOf(own, facts, 'visitor', dayOf);
      participations.set(unit, after);
      for (const cell of difference(before, after)) {
        const key = rollupKeyText(cell);
        rollups.set(key, addSums(rollups.get(key) ?? NO_SUMS, cell.sums));
      }
      for (const cell of goalDayDifference(before, after)) {
        const key = eventDayKeyText(cell);
        const [count, value] = days.get(key) ?? [0n, 0n];
        days.set(key, [count + cell.count, value + cell.value]);
      }
    }
  }
  const left = [...rollups].filter(([, sums]) => !isNothing(sums));
  const leftDays = [...days].filter(([, [count, value]]) => count !== 0n || value !== 0n);
  return new Map<string, unknown>([...left, ...leftDays].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(['relevance', 'split'] as const)('the rollups of %s', (selection) => {
  const facts = factsOf(selection);

  it('are the same for every order, split and repetition of the events', () => {
    const shuffled = events.chain((all) =>
      fc.record({
        all: fc.constant(all),
        order: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
        cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 80 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ all, order, cuts }) => {
        const batches: UnitEvent[][] = [];
        let rest = order;
        for (let turn = 0; rest.length > 0; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          batches.push(rest.slice(0, size));
          rest = rest.slice(size);
        }
        expect(ingest(batches, facts)).toEqual(ingest([all], facts));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('count every unit with a participation once, in all and in each dimension', () => {
    fc.assert(
      fc.property(events, (all) => {
        const rollups = ingest([all], facts);
        const units = new Set(all.map(({ unit }) => unit));
        const opened = [...units].filter(
          (unit) =>
            participationOf(
              all.filter((event) => event.unit === unit),
              facts,
              'visitor',
              dayOf,
            ) !== null,
        );
        const counted = (dimension: string) =>
          [...rollups].reduce((sum, [key, sums]) => {
            const parts = JSON.parse(key) as unknown[];
            return parts[6] === dimension && parts[8] === '' ? sum + (sums as RollupSums).n : sum;
          }, 0n);
        expect(counted('')).toBe(BigInt(opened.length));
        expect(counted('device')).toBe(BigInt(opened.length));
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});

it('a difference and its reverse cancel out', () => {
  fc.assert(
    fc.property(events, events, (some, others) => {
      const facts = factsOf('split');
      const before = participationOf(some, facts, 'visitor', dayOf);
      const after = participationOf(others, facts, 'visitor', dayOf);
      const total = new Map<string, RollupSums>();
      for (const cell of [...difference(before, after), ...difference(after, before)]) {
        const key = rollupKeyText(cell);
        total.set(key, addSums(total.get(key) ?? NO_SUMS, cell.sums));
      }
      expect([...total.values()].every(isNothing)).toBe(true);
    }),
    { seed: 13, numRuns: 200 },
  );
});
