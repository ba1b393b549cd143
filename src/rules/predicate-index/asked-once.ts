import type { ValueTest } from '../comparison';
import type { Atom } from './atom-table';
import type { CodedContext } from './context-coder';

/** Tests without cells, each asked at most once a context. */
export const askedOnce = (
  atoms: readonly Extract<Atom, { kind: 'asked' }>[],
  { values }: Pick<CodedContext, 'values'>,
) => {
  const tests: readonly ValueTest[] = atoms.map(({ test }) => test);
  const attributes = Int32Array.from(atoms, ({ attribute }) => attribute.position);
  const answers = new Int8Array(atoms.length);
  const known = new Int32Array(atoms.length);
  let count = 0;
  return {
    forget: (): void => {
      for (let at = 0; at < count; at += 1) answers[known[at]!] = 0;
      count = 0;
    },
    holds: (position: number): boolean => {
      const before = answers[position]!;
      if (before !== 0) return before === 1;
      const value = values[attributes[position]!];
      const holds = value !== undefined && tests[position]!(value);
      answers[position] = holds ? 1 : 2;
      known[count++] = position;
      return holds;
    },
  };
};
