import { audiencesOf } from '../../bench/generate/bench-rule';
import { makeContexts, NOW } from '../../bench/generate/contexts';
import { manifestOf } from '../../bench/generate/manifest';
import { mixedRules } from '../../bench/generate/mixed-rules';
import { seeded } from '../../bench/generate/random';
import { differences } from '../../bench/harness/correctness';
import { isMet } from '../../bench/harness/section';
import { median, overProcesses, quantile, timeRounds } from '../../bench/harness/timing';
import type { Evaluator } from '../../bench/peers/evaluator';
import { EVALUATORS, evaluatorNamed } from '../../bench/peers/evaluators';
import { engineOf } from '../../bench/peers/ours';

const SEED = 4;
const audiences = audiencesOf(mixedRules(seeded(SEED), 120));
const contexts = makeContexts(seeded(SEED + 1), 25);

/** Answers like the closures, but for what `change` does to the list. */
const altered = (change: (codes: readonly string[]) => string[]): Evaluator => {
  const honest = evaluatorNamed('contextual, closures');
  return {
    ...honest,
    name: 'altered',
    load: (all) => {
      const rules = honest.load(all);
      return { ask: (context) => () => change(rules.ask(context)() as readonly string[]) };
    },
  };
};

describe('the gate of the benchmark', () => {
  it('lets every evaluator pass: all answer as explain does', async () => {
    expect(await differences(EVALUATORS, audiences, contexts)).toEqual([]);
  });

  it('stops an evaluator that finds one audience too many or one too few', async () => {
    const tooMany = altered((codes) => [...new Set([...codes, audiences[0]!.code])]);
    const tooFew = altered((codes) => codes.slice(1));
    const [extra, ...none] = await differences([tooMany], audiences, contexts);
    expect(none).toEqual([]);
    expect(extra).toMatchObject({ evaluator: 'altered', missing: 0 });
    expect(extra!.extra).toBeGreaterThan(0);
    const [missing] = await differences([tooFew], audiences, contexts);
    expect(missing).toMatchObject({ evaluator: 'altered', extra: 0 });
    expect(missing!.missing).toBeGreaterThan(0);
  });

  it('asks about visitors who match something', async () => {
    const rules = evaluatorNamed('contextual, closures').load(audiences);
    const matched = await Promise.all(contexts.map(async (context) => (await rules.ask(context)()).length));
    expect(matched.filter((count) => count > 0).length).toBeGreaterThan(contexts.length / 2);
  });
});

describe('the rules of the benchmark', () => {
  it.each([
    [100, 3.5],
    [10_000, 7],
  ])('put a visitor in a few of %d audiences', (count, about) => {
    const visitors = makeContexts(seeded(SEED), 500);
    const perDraw = [1, 2, 3].map((draw) => {
      const engine = engineOf(manifestOf(audiencesOf(mixedRules(seeded(draw), count))));
      const found = visitors.map(({ context }) => engine.matchAudiences(context, NOW).length);
      return found.reduce((sum, one) => sum + one, 0) / visitors.length;
    });
    const mean = perDraw.reduce((sum, one) => sum + one, 0) / perDraw.length;
    expect(mean).toBeGreaterThan(0.6 * about);
    expect(mean).toBeLessThan(1.4 * about);
  });
});

describe('the figures of the benchmark', () => {
  it('come from the same rules and contexts for the same seed, and from others for another', () => {
    const made = (seed: number) =>
      JSON.stringify([mixedRules(seeded(seed), 40), makeContexts(seeded(seed), 5)]);
    expect(made(1)).toBe(made(1));
    expect(made(1)).not.toBe(made(2));
  });

  it('are medians and quantiles of what was sampled', () => {
    expect(median([1, 2, 9])).toBe(2);
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
    expect(quantile([1, 2, 3], 0.999)).toBe(3);
  });

  it('of several processes are the median of their medians and the extremes over all', () => {
    const timing = (name: string, middle: number) => ({
      name,
      median: middle,
      least: middle - 1,
      most: middle + 1,
    });
    const processes = [9, 3, 4].map((middle) => [timing('a', middle), timing('b', 10 * middle)]);
    expect(overProcesses(processes)).toEqual([
      { name: 'a', median: 4, least: 2, most: 10 },
      { name: 'b', median: 40, least: 29, most: 91 },
    ]);
  });

  it('count every operation that a sample asks for, whichever subject does it', async () => {
    const done = { fast: 0, slow: 0 };
    const plan = { rounds: 4, sampleMs: 0.01, warmUpMs: 0, seed: 1 };
    const timings = await timeRounds(
      [
        { name: 'fast', run: (count) => (done.fast += count) },
        { name: 'slow', run: async (count) => (done.slow += count) },
      ],
      plan,
    );
    expect(timings.map(({ name }) => name)).toEqual(['fast', 'slow']);
    for (const { least, median: middle, most } of timings) {
      expect(least).toBeGreaterThan(0);
      expect(middle).toBeGreaterThanOrEqual(least);
      expect(most).toBeGreaterThanOrEqual(middle);
    }
    expect(Math.min(done.fast, done.slow)).toBeGreaterThanOrEqual(5);
  });

  it('meet a goal at its limit, miss it beyond, and never meet it without a figure', () => {
    expect(isMet({ name: '', unit: '', value: 5, most: 5 })).toBe(true);
    expect(isMet({ name: '', unit: '', value: 5.1, most: 5 })).toBe(false);
    expect(isMet({ name: '', unit: '', value: 4.9, least: 5 })).toBe(false);
    expect(isMet({ name: '', unit: '', value: Number.NaN, least: 0 })).toBe(false);
  });
});
