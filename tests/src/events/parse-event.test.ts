import fc from 'fast-check';
import { calendarDay } from '../../../src/events/calendar-day';
import { correctTime } from '../../../src/events/correct-time';
import { eventHash } from '../../../src/events/event-id';
import { parseEvent } from '../../../src/events/parse-event';

const VALID = {
  id: 'e1',
  type: 'conversion',
  unit: { kind: 'visitor', id: 'v1' },
  occurredAt: '2026-03-01T12:00:00Z',
  goal: 'order-completed',
};

const codeOf = (change: object) => {
  const parsed = parseEvent({ ...VALID, ...change });
  return parsed.ok ? 'ok' : parsed.error.code;
};

describe('parseEvent', () => {
  it('keeps what it knows and leaves the rest behind', () => {
    const parsed = parseEvent({
      ...VALID,
      value: 5,
      currency: 'EUR',
      ip: '127.0.0.1',
      dimensions: { device: 'phone' },
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        ...VALID,
        value: 5,
        currency: 'EUR',
        dimensions: Object.assign(Object.create(null), { device: 'phone' }),
      },
    });
  });

  it.each([
    [{ id: 7 }, 'id'],
    [{ id: 'x'.repeat(201) }, 'id'],
    [{ type: 'toString' }, 'type'],
    [{ unit: 'v1' }, 'unit'],
    [{ unit: { kind: 'user', id: 'v1' } }, 'unit'],
    [{ unit: { kind: 'visitor', id: 'x'.repeat(257) } }, 'unit'],
    [{ occurredAt: 1_700_000_000_000 }, 'occurred-at'],
    [{ occurredAt: '2026-02-30T12:00:00Z' }, 'occurred-at'],
    [{ type: 'exposure' }, 'decision-missing'],
    [{ receipt: 5 }, 'receipt-malformed'],
    [{ decision: { experience: 'x' } }, 'decision'],
    [{ goal: undefined }, 'goal-missing'],
    [{ goal: 'a\u0000b' }, 'goal'],
    [{ value: Number.NaN }, 'value'],
    [{ value: '5' }, 'value'],
    [{ currency: 'euro' }, 'currency'],
    [{ entry: { contentType: 'api::home.home' } }, 'entry'],
    [{ dimensions: { a: { b: 'c' } } }, 'dimensions'],
    [{ dimensions: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`d${i}`, 'x'])) }, 'dimensions'],
    [{ dimensions: JSON.parse('{"__proto__":"x"}') as object }, 'dimensions'],
  ])('refuses %j with the code %s', (change, code) => {
    expect(codeOf(change)).toBe(code);
  });

  it('never throws, whatever it is given', () => {
    const hostile = fc.object({
      key: fc.constantFrom(
        'id',
        'type',
        'unit',
        'decision',
        '__proto__',
        'constructor',
        'dimensions',
        'entry',
        'value',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), hostile), (input) => {
        expect(typeof parseEvent(input).ok).toBe('boolean');
        expect(typeof parseEvent({ ...VALID, ...(input as object) }).ok).toBe('boolean');
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('correctTime', () => {
  const received = Date.parse('2026-03-10T12:00:00Z');
  const day = 86_400_000;

  it('takes the difference of the clocks out, however large it is', () => {
    const year = 365 * day;
    expect(correctTime(received - year - 5_000, received - year, received)).toEqual({
      ok: true,
      value: received - 5_000,
    });
  });

  it.each([
    [-7 * day, true],
    [-7 * day - 1, false],
    [5 * 60_000, true],
    [5 * 60_000 + 1, false],
  ])('an event %d ms from the arrival of its batch is accepted: %s', (offset, accepted) => {
    const corrected = correctTime(received + offset, received, received);
    expect(corrected.ok).toBe(accepted);
    if (!corrected.ok) expect(corrected.error.code).toBe('clock');
  });
});

describe('eventHash', () => {
  const same = (text: string) => text;

  it('takes a UUID as the same in either case and any other id as it is', () => {
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(eventHash(uuid.toUpperCase(), same)).toBe(eventHash(uuid, same));
    expect(eventHash('Order-1', same)).not.toBe(eventHash('order-1', same));
    expect(eventHash('\ud800', same)).not.toBe(eventHash('\ud801', same));
  });
});

describe('calendarDay', () => {
  it('begins where the time zone says, also when its clocks change', () => {
    const berlin = calendarDay('Europe/Berlin');
    expect(berlin(Date.parse('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
    expect(berlin(Date.parse('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
    expect(berlin(Date.parse('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
    expect(calendarDay('Asia/Kathmandu')(Date.parse('2026-01-01T18:14:59Z'))).toBe('2026-01-01');
    expect(calendarDay('Asia/Kathmandu')(Date.parse('2026-01-01T18:15:00Z'))).toBe('2026-01-02');
  });
});
