import { startChecks, type StartSurroundings } from '../../../src/decision/start-checks';
import type { Experience } from '../../../src/model/experience';
import { content, experience, variant } from '../manifest/records';

const surroundings: StartSurroundings = {
  running: [],
  audiences: new Set(['german', 'mobile']),
  tagGroups: new Map([
    ['tv', 'topic'],
    ['ready-to-buy', 'stage'],
  ]),
};
const codes = (over: Partial<Experience>, around: Partial<StartSurroundings> = {}) =>
  startChecks(experience('x', over), { ...surroundings, ...around }).map(({ code }) => code);
const german = variant('a', { audiences: ['german'] });
const tested = (code: string, over = {}) => variant(code, { share: 3_000, ...over });

describe('startChecks', () => {
  it('let start what can be shown', () => {
    expect(codes({ variants: [german] })).toEqual([]);
    expect(codes({ variants: [variant('a', { interests: [{ tag: 'tv', weight: 100 }] })] })).toEqual([]);
    expect(codes({ selection: 'split', variants: [tested('a'), tested('b')] })).toEqual([]);
  });

  it('want at least one variant that is on, and one entry', () => {
    expect(codes({ variants: [] })).toEqual(['no-variants']);
    expect(codes({ variants: [{ ...german, enabled: false }] })).toEqual(['no-variants']);
    expect(codes({ variants: [german], entries: [] })).toEqual(['no-entries']);
  });

  it('refuse a relevance variant with neither audience nor interests, stage tags not counted', () => {
    expect(codes({ variants: [variant('a')] })).toEqual(['variant-needs-audience-or-interests']);
    expect(codes({ variants: [variant('a', { interests: [{ tag: 'ready-to-buy', weight: 9 }] })] })).toEqual([
      'variant-needs-audience-or-interests',
    ]);
  });

  it.each(['split', 'adaptive'] as const)('refuse audiences on the variants of %s', (selection) => {
    expect(codes({ selection, variants: [tested('a', { audiences: ['german'] })] })).toEqual([
      'audience-on-split-variant',
    ]);
  });

  it('want published content of every variant for at least one entry', () => {
    expect(codes({ variants: [{ ...german, contents: [] }] })).toEqual(['variant-needs-content']);
    expect(codes({ variants: [{ ...german, contents: [content('a1', [])] }] })).toEqual([
      'variant-needs-content',
    ]);
    expect(
      codes({ variants: [{ ...german, contents: [{ ...content('a1', []), empties: ['title'] }] }] }),
    ).toEqual([]);
    expect(codes({ selection: 'split', variants: [tested('a'), tested('b', { contents: [] })] })).toEqual([
      'variant-needs-content',
    ]);
  });

  it('want a locale that all variants of a test have in common', () => {
    const variants = [
      tested('a', { contents: [content('a1', ['title'], 'en')] }),
      tested('b', { contents: [content('a1', ['title'], 'de')] }),
    ];
    expect(codes({ selection: 'split', variants })).toEqual(['no-common-locale']);
    const everywhere = [variants[0]!, tested('b', { contents: [content('home')] })];
    expect(codes({ selection: 'split', variants: everywhere })).toEqual([]);
  });

  it('want shares of 100 % at most and above 0', () => {
    const split = (...shares: number[]) =>
      codes({ selection: 'split', variants: shares.map((share, n) => tested(`v${n}`, { share })) });
    expect(split(5_000, 5_000)).toEqual([]);
    expect(split(5_000, 5_001)).toEqual(['shares-exceed-all']);
    expect(split(-1, 5_000)).toEqual(['shares-exceed-all']);
    expect(split(0, 0)).toEqual(['shares-are-empty']);
  });

  it('want a holdout from 0 to 100 %', () => {
    expect(codes({ variants: [german], holdout: 10_001 })).toEqual(['holdout-out-of-range']);
  });

  it('want audiences that exist', () => {
    expect(codes({ audiences: ['gone'], variants: [german] })).toEqual(['audience-unknown']);
    expect(codes({ variants: [{ ...german, audiences: ['gone'] }] })).toEqual(['audience-unknown']);
  });

  it('name both experiences of a conflict in a sentence', () => {
    const running = [experience('y', { name: 'Winter sale', variants: [german] })];
    const [found] = startChecks(experience('x', { name: 'New sets', variants: [german] }), {
      ...surroundings,
      running,
    });
    expect(found?.code).toBe('attribute-taken');
    expect(found?.message).toContain('Winter sale');
    expect(found?.message).toContain('New sets');
    expect(found?.message).toContain('title');
  });

  it('do not hold a conflict of others against an experience that has no part in it', () => {
    const running = ['y', 'z'].map((code) => experience(code, { variants: [german] }));
    const other = variant('a', { audiences: ['german'], contents: [content('a2')] });
    expect(codes({ variants: [other] }, { running })).toEqual([]);
  });

  it('do not hold an experience against itself', () => {
    const self = experience('x', { variants: [german] });
    expect(startChecks(self, { ...surroundings, running: [self] })).toEqual([]);
  });
});
