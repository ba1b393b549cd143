import type { Atom } from './atom-table';
import type { TestNode } from './normal-form';
import type { Selectivity } from './selectivity';

/** Atoms of which at least one holds wherever a test does. */
export interface Access {
  readonly atoms: readonly Atom[];
  /** The part of the test that they are the atoms of: the whole, or one of those that must all hold. */
  readonly part: TestNode;
  /** Share of visitors for whom the test is looked at, 0..1 and above where atoms overlap. */
  readonly cost: number;
}

/**
 * Chooses what a test is filed under, so that a visitor who satisfies none of it never meets the test: of an *and*
 * the rarest part, of an *or* all parts together (access predicates: Fabret et al., Filtering Algorithms and
 * Implementation for Very Fast Publish/Subscribe Systems, SIGMOD 2001). Negations and tests without cells cannot be
 * filed; where nothing can, the answer is `undefined`.
 */
export const accessOf = (node: TestNode, selectivity: Selectivity): Access | undefined => {
  if (node.kind === 'test') {
    return node.negated || node.atom.kind === 'asked'
      ? undefined
      : { atoms: [node.atom], part: node, cost: selectivity(node.atom) };
  }
  if (node.kind === 'all') {
    let cheapest: Access | undefined;
    for (const child of node.children) cheapest = cheaper(cheapest, accessOf(child, selectivity));
    return cheapest;
  }
  const atoms = new Set<Atom>();
  let cost = 0;
  for (const child of node.children) {
    const part = accessOf(child, selectivity);
    if (part === undefined) return undefined;
    for (const atom of part.atoms) atoms.add(atom);
    cost += part.cost;
  }
  return { atoms: [...atoms], part: node, cost };
};

const cheaper = (a: Access | undefined, b: Access | undefined): Access | undefined =>
  a === undefined || (b !== undefined && b.cost < a.cost) ? b : a;
