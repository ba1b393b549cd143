import { fromPercent, toPercent } from '../../admin/src/pages/experiences/percent';
import { timeZones, toWallTime, wallTimeAt } from '../../admin/src/pages/experiences/wall-time';

describe('the clock of a schedule', () => {
  it('shows what the clocks of a zone show, in summer and in winter', () => {
    expect(wallTimeAt(new Date('2026-07-01T22:30:00Z'), 'Europe/Berlin')).toBe('2026-07-02T00:30');
    expect(wallTimeAt(new Date('2026-01-01T22:30:00Z'), 'Europe/Berlin')).toBe('2026-01-01T23:30');
    expect(wallTimeAt(new Date('2026-01-01T22:30:00Z'), 'Nowhere/Town')).toBe('');
  });

  it('leaves wall time as it is, and turns instants and days into it', () => {
    expect(toWallTime('2026-12-01T09:00', 'Europe/Berlin')).toBe('2026-12-01T09:00');
    expect(toWallTime('2026-12-01T09:00:30', 'Asia/Tokyo')).toBe('2026-12-01T09:00');
    expect(toWallTime('2026-12-01T09:00:00Z', 'Asia/Tokyo')).toBe('2026-12-01T18:00');
    expect(toWallTime('2026-12-01', 'Asia/Tokyo')).toBe('2026-12-01T00:00');
    expect(toWallTime('', 'UTC')).toBe('');
  });

  it('offers UTC and a zone that the browser does not name, once each', () => {
    const zones = timeZones('US/Eastern', 'UTC');
    expect(zones).toEqual([...new Set(zones)]);
    expect(zones).toEqual(expect.arrayContaining(['UTC', 'US/Eastern', 'Europe/Berlin']));
  });
});

describe('shares in percent', () => {
  it('come back as they were, and never leave 0 to 100', () => {
    for (const share of [0, 1, 3_333, 9_999, 10_000]) expect(fromPercent(toPercent(share))).toBe(share);
    expect([-5, 120, undefined].map(fromPercent)).toEqual([0, 10_000, 0]);
  });
});
