import type { Formula } from './formula';

/**
 * Formulas in groups that share no attribute: what is true of one says nothing of the others. `a` and `a.b` count as
 * shared, because they are never both known.
 */
export const independentGroups = (formulas: readonly Formula[]): Formula[][] => {
  let groups: { readonly formulas: Formula[]; readonly attributes: ReadonlySet<string> }[] = [];
  for (const formula of formulas) {
    const attributes = attributesOf(formula);
    const joining = groups.filter((group) => overlap(group.attributes, attributes));
    groups = [
      ...groups.filter((group) => !joining.includes(group)),
      {
        formulas: [...joining.flatMap((group) => group.formulas), formula],
        attributes: new Set([...joining.flatMap((group) => [...group.attributes]), ...attributes]),
      },
    ];
  }
  return groups.map((group) => group.formulas);
};

/** Searches meet the same formulas again and again. */
const known = new WeakMap<Formula, ReadonlySet<string>>();

const attributesOf = (formula: Formula): ReadonlySet<string> => {
  const attributes = known.get(formula) ?? new Set(attributesIn(formula));
  known.set(formula, attributes);
  return attributes;
};

const attributesIn = (formula: Formula): readonly string[] =>
  formula.kind === 'literal'
    ? [formula.atom.condition.attribute]
    : formula.children.flatMap((child) => [...attributesOf(child)]);

const overlap = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((one) =>
    [...right].some((other) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)),
  );
