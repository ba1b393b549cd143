import { engineOf, experience, NOW, stranger, variant } from '../../manifest/records';

const both = [
  experience('home', {
    variants: [variant('a', { enabled: false, audiences: ['german'] })],
    endsAt: '2020-01-01',
  }),
  experience('other', { variants: [variant('b', { contents: [], audiences: ['german'] })] }),
];
const engine = engineOf(both);
const forcing = (of: string, wanted: string) => ({
  context: stranger(),
  now: NOW,
  forced: { experience: of, variant: wanted },
});

describe('forced', () => {
  it('shows the variant asked for, whatever schedule, consent, audiences or switches say', () => {
    expect(engine.decide('home', forcing('home', 'a'))).toMatchObject({
      variant: 'a',
      wouldBe: 'a',
      reason: 'forced',
      propensity: 1,
    });
  });

  it('needs no unit', () => {
    expect(engine.decide('home', { ...forcing('home', 'a'), context: {} }).variant).toBe('a');
  });

  it.each([
    ['base', 'base-forced'],
    ['never-heard-of', 'unknown-variant'],
  ])('shows base for variant %s', (wanted, code) => {
    const { decision, trace } = engine.explain('home', forcing('home', wanted));
    expect(decision).toMatchObject({ variant: 'base', wouldBe: 'base', reason: 'forced' });
    expect(trace).toEqual([{ step: 'forced', outcome: 'decided', code }]);
  });

  it('makes every other experience answer base', () => {
    expect(engine.decide('other', forcing('home', 'a'))).toMatchObject({ variant: 'base', reason: 'forced' });
  });
});
