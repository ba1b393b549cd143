import { BASE } from '../../src/model/experience';
import type { ArmCell } from '../../src/statistics/comparison';
import { rateMoments } from '../../src/statistics/moments';
import { compared, everDeclared } from './compare';
import { type Effort, type Line, percent } from './line';
import { binomialOf, type Random, seeded } from './random';
import { dayName } from './trial';

const DAYS = 28;

/** Two audiences that differ in what they are, not in what they are shown. */
const AUDIENCES = [
  { wouldBe: 'loyal', rate: 0.08, dailyUnits: 800 },
  { wouldBe: 'new', rate: 0.02, dailyUnits: 3000 },
] as const;

/** `relevance` without any effect: is one declared? */
export function audiences(effort: Effort, seed: number): Line[] {
  return [0.1, 0.5].map((holdout, index) => {
    const random = seeded(seed + index);
    let declared = 0;
    let sideBySide = 0;
    for (let run = 0; run < effort.runs; run += 1) {
      const cells = draw(holdout, random);
      if (everDeclared(compared(cells, DAYS, { together: true }))) declared += 1;
      // Everybody's shown variant against everybody else's: what must not be compared.
      const shown = cells.filter(({ arm }) => arm !== BASE);
      const wrong = shown.map((cell) => ({
        ...cell,
        group: null,
        arm: cell.arm === 'new' ? BASE : cell.arm,
      }));
      if (everDeclared(compared(wrong, DAYS))) sideBySide += 1;
    }
    return {
      section: 'Relevance, 8 % and 2 %, no effect',
      what: `control group ${percent(holdout, 0)}`,
      measured: `${percent(declared / effort.runs)} ever declared`,
      bound: '<= 5 %',
      value: declared / effort.runs,
      least: 0,
      most: 0.05,
      beside: `the two variants set against each other: ${percent(sideBySide / effort.runs, 1)}`,
    };
  });
}

function draw(holdout: number, random: Random): ArmCell[] {
  const cells: ArmCell[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (const { wouldBe, rate, dailyUnits } of AUDIENCES) {
      // The mix of audiences changes from day to day.
      const units = binomialOf(dailyUnits, 0.5 + 0.5 * random(), random);
      const heldOut = binomialOf(units, holdout, random);
      const cell = (arm: string, n: number): ArmCell => ({
        period: 1,
        group: wouldBe,
        arm,
        day: dayName(day),
        moments: rateMoments(n, binomialOf(n, rate, random)),
      });
      cells.push(cell(wouldBe, units - heldOut), cell(BASE, heldOut));
    }
  }
  return cells;
}
