import { isSatisfiable } from '../../../../src/rules/analysis/is-satisfiable';

it('a closed set says nothing of numbers and lists, whose values are no texts', () => {
  const closed = (type: 'number' | 'string-list', values: readonly string[]) => [
    { path: 'size', type, consent: 'request' as const, values },
  ];
  const numbers = closed('number', ['1', '2', '3']);
  const lists = closed('string-list', ['free', 'pro']);
  expect(isSatisfiable({ size: { $gte: 2 } }, { catalogue: numbers }).answer).toBe('yes');
  expect(isSatisfiable({ size: { $all: ['free', 'pro'] } }, { catalogue: lists }).answer).toBe('yes');
  expect(isSatisfiable({ size: { $in: ['free'] } }, { catalogue: lists }).answer).toBe('yes');
});
