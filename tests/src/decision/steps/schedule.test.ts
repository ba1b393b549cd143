import { engineOf, experience, stranger, variant } from '../../manifest/records';

const german = stranger({ location: { country: 'DE' } });
const running = (schedule: { startsAt?: string; endsAt?: string; timeZone?: string }) => {
  const engine = engineOf([
    experience('x', { variants: [variant('a', { audiences: ['german'] })], ...schedule }),
  ]);
  return (at: string) => engine.decide('x', { context: german, now: Date.parse(at) }).reason;
};

describe('schedule', () => {
  it('runs always without dates', () => {
    expect(running({})('1999-01-01T00:00:00Z')).toBe('audience');
  });

  it('is half-open: the first moment belongs to it, the last does not', () => {
    const reasonAt = running({ startsAt: '2026-11-27T00:00', endsAt: '2026-11-28T00:00' });
    expect(reasonAt('2026-11-26T22:59:59.999Z')).toBe('base-not-running');
    expect(reasonAt('2026-11-26T23:00:00Z')).toBe('audience');
    expect(reasonAt('2026-11-27T22:59:59.999Z')).toBe('audience');
    expect(reasonAt('2026-11-27T23:00:00Z')).toBe('base-not-running');
  });

  it('follows the clocks of its time zone through a change', () => {
    const reasonAt = running({ startsAt: '2026-03-28T09:00', endsAt: '2026-03-29T09:00' });
    expect(reasonAt('2026-03-28T08:00:00Z')).toBe('audience');
    expect(reasonAt('2026-03-29T06:59:59Z')).toBe('audience');
    expect(reasonAt('2026-03-29T07:00:00Z')).toBe('base-not-running');
  });

  it('means another moment in another zone', () => {
    const reasonAt = running({ startsAt: '2026-11-27T00:00', timeZone: 'America/New_York' });
    expect(reasonAt('2026-11-27T04:59:00Z')).toBe('base-not-running');
    expect(reasonAt('2026-11-27T05:00:00Z')).toBe('audience');
  });

  it('never runs when its dates cannot be read', () => {
    expect(running({ startsAt: 'soon' })('2026-11-27T05:00:00Z')).toBe('base-not-running');
    expect(running({ startsAt: '2026-11-27T00:00', timeZone: 'Nowhere' })('2027-11-27T05:00:00Z')).toBe(
      'base-not-running',
    );
  });

  it('is not reached by experiences that do not run, or that nobody knows', () => {
    for (const status of ['draft', 'paused', 'ended'] as const) {
      const engine = engineOf([
        experience('x', { status, variants: [variant('a', { audiences: ['german'] })] }),
      ]);
      expect(engine.decide('x', { context: german, now: 0 }).reason).toBe('base-not-running');
    }
    expect(engineOf([]).explain('nobody', { context: german, now: 0 })).toMatchObject({
      decision: { experience: 'nobody', variant: 'base', reason: 'base-not-running', weightsVersion: 0 },
      trace: [{ step: 'running', code: 'unknown-experience' }],
    });
  });
});
