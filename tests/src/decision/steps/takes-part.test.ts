import { engineOf, experience, NOW, stranger, variant } from '../../manifest/records';

describe('takes part', () => {
  const engine = engineOf([
    experience('some', {
      audiences: ['german', 'mobile'],
      variants: [variant('a', { audiences: ['german', 'mobile'] })],
    }),
    experience('gone', { audiences: ['deleted'], variants: [variant('a', { audiences: ['german'] })] }),
  ]);
  const german = stranger({ location: { country: 'DE' } });

  it('is who belongs to any of the audiences', () => {
    for (const context of [german, stranger({ device: { type: 'mobile' } })]) {
      expect(engine.decide('some', { context, now: NOW }).variant).toBe('a');
    }
    expect(engine.decide('some', { context: stranger(), now: NOW })).toMatchObject({
      variant: 'base',
      reason: 'base-no-match',
    });
  });

  it('is nobody when the only audience no longer exists', () => {
    expect(engine.decide('gone', { context: german, now: NOW }).reason).toBe('base-no-match');
  });

  it('shows the rules that were asked, with the actual values', () => {
    const step = engine
      .explain('some', { context: german, now: NOW })
      .trace.find((s) => s.step === 'takes-part');
    expect(step).toMatchObject({
      outcome: 'passed',
      code: 'audience-matched',
      rules: [
        { audience: 'german', name: 'From Germany', outcome: { matched: true, actual: 'DE' } },
        { audience: 'mobile', outcome: { matched: false } },
      ],
    });
  });
});
