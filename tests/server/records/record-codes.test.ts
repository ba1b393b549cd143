import { CODE_PATTERN, freeCode, slugOf } from '../../../server/src/features/records/record-codes';
import { endsBeforeItStarts } from '../../../server/src/features/experiences/schedule';
import { sharesAfterEdit } from '../../../server/src/features/experiences/shares-after-edit';
import type { Variant } from '../../../src/model/experience';

describe('a code made from a name', () => {
  it('spells German letters out and joins words by single hyphens', () => {
    expect(slugOf('Wäsche & mehr')).toBe('waesche-mehr');
    expect(slugOf('  Größe/Ångström!  ')).toBe('groesse-angstroem');
  });

  it('is cut without a hyphen at its end, and always has the shape of a code', () => {
    const slug = slugOf('a'.repeat(39) + ' tail');
    expect(slug).toBe('a'.repeat(39));
    expect(slug).toMatch(CODE_PATTERN);
  });

  it('is nothing for a name without letters or digits, and gets a drawn code then', async () => {
    expect(slugOf('🚀 !!')).toBe('');
    await expect(freeCode('🚀', 'audience', async () => false)).resolves.toMatch(/^audience-[0-9a-f]{6}$/);
  });

  it('counts up where it is taken', async () => {
    const taken = new Set(['sale', 'sale-2']);
    await expect(freeCode('Sale', 'campaign', async (code) => taken.has(code))).resolves.toBe('sale-3');
  });
});

describe('a schedule', () => {
  it.each([
    ['2026-12-01', '2026-12-02', false],
    // Clocks go back at 03:00 that day: the second 02:30 lies an hour behind the first.
    ['2026-10-25T02:30', '2026-10-25T02:15:00+01:00', false],
    ['2026-10-25T02:30', '2026-10-25T02:15:00+02:00', true],
    // 02:30 does not exist that day and is read as 03:30.
    ['2026-03-29T02:30', '2026-03-29T03:15', true],
    ['2026-12-01T09:00', '2026-12-01T08:30:00Z', false],
    ['2026-12-01T09:00', '2026-12-01T07:30:00Z', true],
    ['2026-12-02', '2026-12-01', true],
    ['2026-12-01T09:00', '2026-12-01T09:00', true],
    ['2026-12-01T09:00:00Z', '2026-12-01T09:30:00+01:00', true],
    ['2026-12-01T09:00:00Z', '2026-12-01T10:30', false],
    ['2026-12-01T09:00:00Z', '2026-12-01T08:00', true],
  ])('from %s to %s ends before it starts: %s', (startsAt, endsAt, expected) => {
    expect(endsBeforeItStarts({ startsAt, endsAt, timeZone: 'Europe/Berlin' })).toBe(expected);
  });

  it('may have one end only', () => {
    expect(endsBeforeItStarts({ startsAt: '2026-12-01', timeZone: 'UTC' })).toBe(false);
  });
});

describe('shares of a started test', () => {
  const variant = (code: string, share: number, enabled = true): Variant => ({
    code,
    name: code,
    order: 0,
    enabled,
    audiences: [],
    channels: [],
    share,
    interests: [],
    contents: [],
  });
  const ranges = [
    { variant: 'base', from: 0, to: 5_000 },
    { variant: 'a', from: 5_000, to: 8_000 },
    { variant: 'b', from: 8_000, to: 10_000 },
  ];
  const shares = (variants: Variant[]) => Object.fromEntries(sharesAfterEdit(ranges, variants));

  it('stay as they are when nothing about them was edited', () => {
    expect(shares([variant('a', 3_000), variant('b', 2_000)])).toEqual({ base: 5_000, a: 3_000, b: 2_000 });
  });

  it('go to all others in proportion when a variant is switched off', () => {
    expect(shares([variant('a', 3_000), variant('b', 2_000, false)])).toEqual({ base: 6_250, a: 3_750 });
  });

  it('are taken from all others in proportion by a variant that joins', () => {
    expect(shares([variant('a', 3_000), variant('b', 2_000), variant('c', 2_000)])).toEqual({
      base: 4_000,
      a: 2_400,
      b: 1_600,
      c: 2_000,
    });
  });

  it('are taken from base when somebody sets one', () => {
    expect(shares([variant('a', 4_000), variant('b', 2_000)])).toEqual({ base: 4_000, a: 4_000, b: 2_000 });
  });
});
