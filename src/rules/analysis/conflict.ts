import { type Formula, leavesOf, without } from './formula';
import type { Found } from './found';

/**
 * The smallest part of formulas that cannot be true, found by dropping conditions as long as what is left still cannot
 * (deletion, as in Marques-Silva, Minimal Unsatisfiability, ISMVL 2010). Minimal: without any one of its conditions
 * it can be true, unless the analysis of that ended without an answer.
 *
 * @param impossible can these formulas not be true, for certain?
 */
export const smallestConflict = (
  formulas: readonly Formula[],
  impossible: (formulas: readonly Formula[]) => boolean,
): Formula[] => {
  const dropped = new Set<number>();
  const dropIfNeedless = (leaves: readonly number[]): void => {
    const fresh = leaves.filter((leaf) => !dropped.has(leaf));
    if (fresh.length === 0) return;
    for (const leaf of fresh) dropped.add(leaf);
    if (impossible(formulas.map((formula) => without(formula, dropped)))) return;
    for (const leaf of fresh) dropped.delete(leaf);
  };
  // Whole parts first: most conflicts lie in a few of them.
  for (const part of formulas.flatMap(partsOf)) dropIfNeedless(leavesOf(part));
  for (const leaf of formulas.flatMap(leavesOf)) dropIfNeedless([leaf]);
  return formulas.map((formula) => without(formula, dropped)).flatMap(partsOf);
};

/** What stands joined by *and*. */
const partsOf = (formula: Formula): readonly Formula[] =>
  formula.kind === 'all' ? formula.children.flatMap(partsOf) : [formula];

/** Is the answer a certain *no*? */
export const isImpossible = (answer: Found<unknown>): boolean => answer.kind === 'none';
