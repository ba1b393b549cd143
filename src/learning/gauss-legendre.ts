/**
 * Nodes and weights of the 8-point Gauss-Legendre rule on [-1, 1], in order; exact for polynomials up to degree 15.
 * Abramowitz & Stegun, table 25.4, n = 8.
 */
const NODES: readonly (readonly [number, number])[] = [
  [-0.960289856497536232, 0.101228536290376259],
  [-0.79666647741362674, 0.222381034453374471],
  [-0.525532409916328986, 0.313706645877887287],
  [-0.183434642495649805, 0.362683783378361983],
  [0.183434642495649805, 0.362683783378361983],
  [0.525532409916328986, 0.313706645877887287],
  [0.79666647741362674, 0.222381034453374471],
  [0.960289856497536232, 0.101228536290376259],
];

/** A place where the integrand is evaluated, and how much it counts. */
export interface QuadratureNode {
  readonly at: number;
  readonly weight: number;
}

/**
 * Nodes of the composite rule over neighbouring breakpoints, from left to right: deterministic, and as fine as
 * the breakpoints are close. Breakpoints may come in any order and repeat.
 */
export function compositeNodes(breakpoints: readonly number[]): QuadratureNode[] {
  const sorted = [...breakpoints].sort((a, b) => a - b);
  const nodes: QuadratureNode[] = [];
  for (let index = 1; index < sorted.length; index += 1) {
    const from = sorted[index - 1] as number;
    const to = sorted[index] as number;
    const half = (to - from) / 2;
    if (!(half > 0)) continue;
    const middle = from + half;
    for (const [node, weight] of NODES) nodes.push({ at: middle + half * node, weight: half * weight });
  }
  return nodes;
}
