import type { Effort, Line } from '../../bench/simulate/line';
import { SECTIONS } from '../../bench/simulate/sections';

/**
 * The short form of `npm run simulate`: the same code with the same seeds and few runs. Bounds are widened by what
 * few runs cannot tell; the table in the README has the real ones.
 */
const SHORT: Effort = { runs: 24, few: 24, regretRuns: 1, regretSteps: 20_000 };

/** How far a line of each part may be outside its bounds, shares in 1: what so few runs cannot tell apart. */
const SLACK: Readonly<Record<string, number>> = {
  // Four false alarms in 24 runs have a 99 % upper bound of 42 %; p < .05 looked at daily has six to sixteen.
  errors: 0.36,
  coverage: 0.15,
  audiences: 0.08,
  planner: 0.2,
  'other-shares': 0.15,
  delays: 0.05,
  // Few steps vary much, and the first ones cost more than the others; the published UCB loses 165 % more.
  regret: 1,
  replays: 0,
};

const outside = ({ value, least, most }: Line, slack: number) =>
  value < least - slack || value > most + slack;

describe('the simulated statistics, in short', () => {
  it.each(SECTIONS.map((section) => [section.name, section] as const))('%s', (name, { run, seed }) => {
    const slack = name === 'errors' ? (line: Line) => (line.most < 1 ? SLACK.errors : 0) : () => SLACK[name];
    const missed = run(SHORT, seed).filter((line) => outside(line, slack(line) ?? 0));
    expect(missed.map(({ what, measured, bound }) => `${what}: ${measured}, bound ${bound}`)).toEqual([]);
  });
});
