import { daysForEffect, LONGEST_PLAN, power, smallestEffect } from '../../../src/reports/planner';
import type { PlannerInput } from '../../../src/reports/planner-input';
import { daysUntilDecided, daysUntilReached } from '../../../src/reports/planner-days-left';

const PLAN: PlannerInput = {
  dailyUnits: 2000,
  shares: { variant: 0.5, control: 0.5 },
  baseline: { kind: 'rate', rate: 0.1 },
  direction: 'up',
};

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};

describe('the planner', () => {
  it('names the effect whose distance from zero is the boundary and 0.8416 standard errors more', () => {
    // By hand, from arXiv 2103.06476 eq. 9 and 161: 28 days of 2,000 units, N = 56,000, alpha .05, tuned for 5,000.
    // a = -2 ln .05 = 5.99146; rho2 = (a + ln(a + 1)) / 5000 = 0.00158727; t = N rho2 = 88.885;
    // boundary = sqrt(2 (1 + 1/t) (ln(1 + t)/2 + 2.99573)) = 3.25699.
    const effect = valueOf(smallestEffect(PLAN, 28));
    const moved = 0.1 * (1 + effect);
    const error = Math.sqrt((0.1 * 0.9) / 28_000 + (moved * (1 - moved)) / 28_000);
    expect((moved - 0.1) / error).toBeCloseTo(3.25699 + 0.84162, 3);
  });

  it('names days that are just enough for that effect', () => {
    const effect = valueOf(smallestEffect(PLAN, 28));
    expect(valueOf(daysForEffect(PLAN, effect))).toBe(28);
    expect(valueOf(power(PLAN, 28, effect))).toBeCloseTo(0.8, 4);
    expect(valueOf(power(PLAN, 27, effect))).toBeLessThan(0.8);
  });

  it('needs more than a plan for one fixed look would', () => {
    // Fixed-horizon z test: 1.95996 + 0.84162 standard errors.
    const effect = valueOf(smallestEffect(PLAN, 28));
    const fixed = (effect * (1.95996 + 0.84162)) / (3.25699 + 0.84162);
    expect(valueOf(daysForEffect(PLAN, fixed))).toBeGreaterThan(50);
  });

  it('finds smaller effects with more days, traffic, or an even split, and larger ones with more variants', () => {
    const base = valueOf(smallestEffect(PLAN, 14));
    expect(valueOf(smallestEffect(PLAN, 28))).toBeLessThan(base);
    expect(valueOf(smallestEffect({ ...PLAN, dailyUnits: 4000 }, 14))).toBeLessThan(base);
    expect(valueOf(smallestEffect({ ...PLAN, shares: { variant: 0.9, control: 0.1 } }, 14))).toBeGreaterThan(
      base,
    );
    expect(valueOf(smallestEffect({ ...PLAN, variants: 4 }, 14))).toBeGreaterThan(base);
    expect(valueOf(smallestEffect({ ...PLAN, power: 0.9 }, 14))).toBeGreaterThan(base);
  });

  it('plans values per visitor by their spread', () => {
    const input: PlannerInput = { ...PLAN, baseline: { kind: 'value', mean: 5, spread: 20 } };
    const effect = valueOf(smallestEffect(input, 28));
    // The spread grows with the mean: 20 at 5.
    const error = Math.sqrt((400 * (1 + effect) ** 2 + 400) / 28_000);
    expect((5 * effect) / error).toBeCloseTo(3.25699 + 0.84162, 3);
  });

  it('plans goals that should go down', () => {
    const effect = valueOf(smallestEffect({ ...PLAN, direction: 'down' }, 28));
    expect(effect).toBeGreaterThan(0);
    // A lower rate varies less, so a fall is seen a little sooner than a rise.
    expect(effect).toBeLessThan(valueOf(smallestEffect(PLAN, 28)));
  });

  it('promises nothing before a verdict may be told', () => {
    expect(power(PLAN, 6, 3)).toEqual({ ok: true, value: 0 });
    expect(smallestEffect(PLAN, 6)).toEqual({ ok: false, error: 'out-of-reach' });
    const rare: PlannerInput = { ...PLAN, dailyUnits: 10, baseline: { kind: 'rate', rate: 0.001 } };
    expect(smallestEffect(rare, 28)).toEqual({ ok: false, error: 'out-of-reach' });
    expect(daysForEffect(rare, 0.1)).toEqual({ ok: false, error: 'out-of-reach' });
  });

  it.each([
    ['no traffic', { dailyUnits: 0 }],
    ['infinite traffic', { dailyUnits: Infinity }],
    ['NaN', { dailyUnits: NaN }],
    ['a rate of everybody', { baseline: { kind: 'rate', rate: 1 } }],
    ['a negative value', { baseline: { kind: 'value', mean: -1, spread: 3 } }],
    ['shares above all', { shares: { variant: 0.8, control: 0.5 } }],
    ['no control group', { shares: { variant: 1, control: 0 } }],
    ['half a variant', { variants: 0.5 }],
    ['certainty', { power: 1 }],
  ] as const)('refuses %s', (_what, more) => {
    expect(smallestEffect({ ...PLAN, ...more }, 28)).toEqual({ ok: false, error: 'invalid' });
    expect(daysForEffect({ ...PLAN, ...more }, 0.1)).toEqual({ ok: false, error: 'invalid' });
  });

  it('refuses days and effects that are none', () => {
    for (const bad of [0, -3, NaN, Infinity]) {
      expect(smallestEffect(PLAN, bad)).toEqual({ ok: false, error: 'invalid' });
      expect(daysForEffect(PLAN, bad)).toEqual({ ok: false, error: 'invalid' });
      expect(power(PLAN, 28, bad)).toEqual({ ok: false, error: 'invalid' });
    }
    expect(daysForEffect(PLAN, 20)).toEqual({ ok: false, error: 'invalid' });
  });
});

describe('days left', () => {
  it('until a count is reached follow what came so far', () => {
    expect(daysUntilReached(40, 100, 4)).toBe(6);
    expect(daysUntilReached(99, 100, 4)).toBe(1);
    expect(daysUntilReached(0, 100, 4)).toBeNull();
    // Two days without any say little: at one in two days it takes fifty.
    expect(daysUntilReached(0, 25, 2)).toBe(50);
    expect(daysUntilReached(1, 100, LONGEST_PLAN)).toBeNull();
  });

  it('until decided are those after which the sequence is as narrow as a verdict needs', () => {
    const arm = { units: 5000, conversions: 500, mean: 0.1 };
    const comparison = {
      absolute: { value: 0, error: 0.006, low: 0, high: 0 },
      controlArm: arm,
      treatmentArm: arm,
      days: 10,
    } as Parameters<typeof daysUntilDecided>[0];
    const sequence = { alpha: 0.05, tunedFor: 5000 } as Parameters<typeof daysUntilDecided>[1];
    // Half width must fall to 0.01: at 3.69 times the sample, 0.006/√3.69 · boundary(36,903) = 0.01.
    expect(daysUntilDecided(comparison, sequence, 'up', 0.1)).toBe(27);
    expect(daysUntilDecided(comparison, sequence, 'up', 0.001)).toBeNull();
    expect(daysUntilDecided({ ...comparison, absolute: null }, sequence, 'up', 0.1)).toBeNull();
  });
});
