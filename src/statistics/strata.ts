import { byText } from '../foundation/compare';
import type { ArmCell } from './comparison';
import { mergeMoments, type Moments, NO_MOMENTS } from './moments';
import type { PairStratum, Within } from './pair-estimate';

/** Strata that grow day by day. */
export interface Strata {
  /** Adds the cells of one day. */
  readonly add: (cells: readonly ArmCell[]) => void;
  /** Two arms in all strata. @param arm `null`: all but the control together. */
  readonly pair: (arm: string | null, control: string) => PairStratum[];
}

interface Growing {
  readonly period: number;
  readonly arms: Map<string, Moments>;
  readonly days: Set<string>;
  size: number;
  /** Made again when something was added. */
  within: Within | null;
}

/** Cells by day, in order; inside a day in an order that does not depend on how they came. */
export function cellsByDay(cells: readonly ArmCell[]): [day: string, cells: ArmCell[]][] {
  const days = new Map<string, ArmCell[]>();
  const inOrder = [...cells].sort(
    (a, b) =>
      byText(a.day, b.day) ||
      a.period - b.period ||
      byText(a.group ?? '', b.group ?? '') ||
      byText(a.arm, b.arm),
  );
  for (const cell of inOrder) {
    const day = days.get(cell.day);
    if (day) day.push(cell);
    else days.set(cell.day, [cell]);
  }
  return [...days];
}

/** Without any cell yet. */
export function emptyStrata(): Strata {
  const strata = new Map<string, Growing>();
  return {
    add: (cells) => {
      for (const { period, group, arm, day, moments } of cells) {
        if (moments.n === 0) continue;
        const key = JSON.stringify([period, group]);
        const stratum = strata.get(key) ?? newStratum(period);
        strata.set(key, stratum);
        stratum.arms.set(arm, mergeMoments(stratum.arms.get(arm) ?? NO_MOMENTS, moments));
        stratum.days.add(day);
        stratum.size += moments.n;
        stratum.within = null;
      }
    },
    pair: (arm, control) =>
      [...strata.values()].map((stratum) => ({
        period: stratum.period,
        size: stratum.size,
        days: stratum.days,
        treatment: arm === null ? others(stratum.arms, control) : (stratum.arms.get(arm) ?? NO_MOMENTS),
        control: stratum.arms.get(control) ?? NO_MOMENTS,
        within: (stratum.within ??= withinArms(stratum.arms)),
      })),
  };
}

const newStratum = (period: number): Growing => ({
  ...{ period, arms: new Map(), days: new Set(), size: 0, within: null },
});

function others(arms: ReadonlyMap<string, Moments>, control: string): Moments {
  let all = NO_MOMENTS;
  for (const [arm, moments] of arms) if (arm !== control) all = mergeMoments(all, moments);
  return all;
}

function withinArms(arms: ReadonlyMap<string, Moments>): Within {
  const all = { dof: 0, yy: 0, dd: 0, xx: 0, yd: 0, xy: 0 };
  for (const { n, yy, dd, xx, yd, xy } of arms.values()) {
    if (n === 0) continue;
    all.dof += n - 1;
    all.yy += n * yy;
    all.dd += n * dd;
    all.xx += n * xx;
    all.yd += n * yd;
    all.xy += n * xy;
  }
  return all;
}
