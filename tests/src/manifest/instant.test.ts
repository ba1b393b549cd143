import { instantOf } from '../../../src/manifest/instant';

const iso = (text: string, zone: string): string | undefined => {
  const instant = instantOf(text, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('instantOf', () => {
  it.each([
    ['in winter', '2026-01-15T09:00', 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15T09:00', 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
    ['with seconds', '2026-07-15T09:00:30', 'Europe/Berlin', '2026-07-15T07:00:30.000Z'],
    ['west of Greenwich', '2026-01-15T09:00', 'America/New_York', '2026-01-15T14:00:00.000Z'],
    ['at half-hour offsets', '2026-01-15T09:00', 'Asia/Kolkata', '2026-01-15T03:30:00.000Z'],
    ['where a new year comes first', '2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['as a bare day, its midnight', '2026-07-15', 'Europe/Berlin', '2026-07-14T22:00:00.000Z'],
  ])('reads wall time %s', (_, text, zone, expected) => {
    expect(iso(text, zone)).toBe(expected);
  });

  it.each([
    ['2026-07-15T09:00:00Z', '2026-07-15T09:00:00.000Z'],
    ['2026-07-15T09:00:00+09:00', '2026-07-15T00:00:00.000Z'],
    ['2026-07-15T09:00:00.250-03:30', '2026-07-15T12:30:00.250Z'],
  ])('takes %s at its word, whatever the zone', (text, expected) => {
    expect(iso(text, 'Europe/Berlin')).toBe(expected);
  });

  describe('around clock changes', () => {
    it.each([
      ['just before the clocks go forward', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
      ['in the hour that is skipped', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
      ['just after', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
      ['just before the clocks go back', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
      ['in the hour that comes twice: the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
      ['just after', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ])('reads %s in Berlin', (_, text, expected) => {
      expect(iso(text, 'Europe/Berlin')).toBe(expected);
    });

    it('knows the southern half of the world', () => {
      expect(iso('2026-10-04T02:30', 'Australia/Sydney')).toBe('2026-10-03T16:30:00.000Z');
      expect(iso('2026-04-05T02:30', 'Australia/Sydney')).toBe('2026-04-04T15:30:00.000Z');
    });
  });

  it.each([
    ['tomorrow', 'Europe/Berlin'],
    ['', 'Europe/Berlin'],
    ['2026-02-30T09:00', 'Europe/Berlin'],
    ['2026-01-15T25:00', 'Europe/Berlin'],
    ['2026-01-15T09:00', 'Mars/Olympus'],
    ['2026-01-15T09:00', ''],
  ])('refuses %j in zone %j', (text, zone) => {
    expect(instantOf(text, zone)).toBeUndefined();
  });
});
