import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { explainRule } from '../../../src/rules/explain';

it('an explanation shows every condition with what was found, also behind a decided one', () => {
  const rule = {
    'session.count': { $gte: 3 },
    $or: [{ 'location.country': ['DE'] }, { 'interests.tv': { $gt: 0.5 } }],
    $not: { channel: 'email' },
  };
  const context = { session: { count: '1' }, location: { country: 'DE' } };
  expect(explainRule(rule, context, ATTRIBUTE_CATALOGUE, new Map([['tv', 0.25]]))).toEqual({
    kind: 'all',
    matched: false,
    children: [
      {
        kind: 'condition',
        matched: false,
        attribute: 'session.count',
        operator: '$gte',
        expected: 3,
        actual: 1,
      },
      {
        kind: 'any',
        matched: true,
        children: [
          {
            kind: 'condition',
            matched: true,
            attribute: 'location.country',
            operator: '$in',
            expected: ['DE'],
            actual: 'DE',
          },
          {
            kind: 'condition',
            matched: false,
            attribute: 'interests.tv',
            operator: '$gt',
            expected: 0.5,
            actual: 0.25,
          },
        ],
      },
      {
        kind: 'not',
        matched: true,
        children: [
          { kind: 'condition', matched: false, attribute: 'channel', operator: '$eq', expected: 'email' },
        ],
      },
    ],
  });
});
