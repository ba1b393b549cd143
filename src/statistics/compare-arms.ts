import { byText } from '../foundation/compare';
import { adjustFamily } from './adjust-family';
import { hasEnough } from './arm-figures';
import type { CompareInput, CompareSettings, Comparison } from './comparison';
import { comparisonOf } from './comparison-of';
import type { Moments } from './moments';
import { estimatePair, isFinitePair } from './pair-estimate';
import { type Look, runningSequence } from './running-sequence';
import { cellsByDay, emptyStrata } from './strata';

/** Settings that are used where none are given; each is explained in `CompareSettings`. */
export const COMPARE_DEFAULTS: CompareSettings = {
  alpha: 0.05,
  tunedFor: 5_000,
  priorSpread: 0.1,
  minUnits: 100,
  minConversions: 25,
  minDays: 7,
};

/**
 * Every variant against the control, over the closed days: estimates, the interval of one look, the confidence
 * sequence with all its looks, and what is missing. Of several variants each gets an equal part of alpha, so that
 * all their sequences hold together (a variant that is added later therefore widens those of the others); where
 * all are also compared `together`, that comparison gets one half and comes first. Never throws; what cannot be
 * computed has a `problem`.
 */
export function compareArms(input: CompareInput): Comparison[] {
  const settings = { ...COMPARE_DEFAULTS, ...input.settings };
  const variants = [...new Set(input.cells.map(({ arm }) => arm))]
    .filter((arm) => arm !== input.control)
    .sort(byText);
  if (variants.length === 0) return [];
  // One variant alone and all together are the same comparison: nothing to divide.
  const parts = input.together && variants.length > 1 ? 2 : 1;
  const alpha = settings.alpha / parts / (input.goals ?? 1);
  const wanted = [
    ...(input.together ? [{ variant: null, alpha }] : []),
    ...variants.map((variant) => ({ variant, alpha: alpha / variants.length })),
  ];
  return adjustFamily([walk(input, settings, wanted)])[0] ?? [];
}

interface Wanted {
  readonly variant: string | null;
  readonly alpha: number;
}

/** Walks through the closed days once, looking at all comparisons after each. */
function walk(input: CompareInput, settings: CompareSettings, wanted: readonly Wanted[]): Comparison[] {
  const { closedThrough, control, kind } = input;
  const sound = input.cells.filter(({ moments }) => isSound(moments));
  const days = cellsByDay(sound.filter(({ day }) => closedThrough !== null && day <= closedThrough));
  const strata = emptyStrata();
  const looks = wanted.map((): Look[] => []);
  for (const [day, cells] of days) {
    strata.add(cells);
    wanted.forEach(({ variant }, index) => {
      const pairs = strata.pair(variant, control);
      if (!hasEnough(pairs, kind, settings)) return;
      const pair = estimatePair(pairs, kind);
      if (typeof pair !== 'string' && isFinitePair(pair)) looks[index]?.push({ day, pair });
    });
  }
  return wanted.map(({ variant, alpha }, index) =>
    comparisonOf({
      ...{ input, settings, variant, isSound: sound.length === input.cells.length },
      pairs: strata.pair(variant, control),
      sequence: runningSequence(looks[index] ?? [], alpha, settings.tunedFor),
    }),
  );
}

const isSound = (moments: Moments): boolean =>
  Object.values(moments).every((value) => Number.isFinite(value)) && moments.n >= 0;
