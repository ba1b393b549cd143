import type { Atom } from './atom-table';
import type { TestNode } from './normal-form';
import type { Selectivity } from './selectivity';

/** Atoms of which at least one holds wherever a test does. */
export interface Access {
  readonly atoms: readonly Atom[];
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
      : { atoms: [node.atom], cost: selectivity(node.atom) };
  }
  const parts = node.children.map((child) => accessOf(child, selectivity));
  if (node.kind === 'all') return parts.reduce(cheaper, undefined);
  if (parts.includes(undefined)) return undefined;
  return {
    atoms: [...new Set(parts.flatMap((part) => part!.atoms))],
    cost: parts.reduce((sum, part) => sum + part!.cost, 0),
  };
};

const cheaper = (a: Access | undefined, b: Access | undefined): Access | undefined =>
  a === undefined || (b !== undefined && b.cost < a.cost) ? b : a;
