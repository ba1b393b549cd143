import { allocate, widthOf } from '../../../../src/decision/allocation/find-range';
import { bucketOf } from '../../../../src/foundation/hash';

const bucket = bucketOf('s', 'unit');
const splitAt = (border: number) => [
  { variant: 'base', from: 0, to: border },
  { variant: 'a', from: border, to: 10_000 },
];

describe('allocate', () => {
  it('takes ranges for half-open: a border belongs to the range that begins there', () => {
    expect(allocate(splitAt(bucket), 's', 'unit').range?.variant).toBe('a');
    expect(allocate(splitAt(bucket + 1), 's', 'unit').range?.variant).toBe('base');
  });

  it('counts all ranges of a variant together', () => {
    const ranges = [
      { variant: 'a', from: 0, to: 1_000 },
      { variant: 'base', from: 1_000, to: 1_001 },
      { variant: 'a', from: 1_001, to: 10_000 },
    ];
    expect(widthOf(ranges, 'a')).toBe(9_999);
    expect(allocate(ranges, 's', 'unit').propensity).toBe(bucket === 1_000 ? 0.0001 : 0.9999);
  });

  it('allocates nobody in a gap', () => {
    expect(allocate([{ variant: 'a', from: 0, to: bucket }], 's', 'unit')).toEqual({ bucket, propensity: 0 });
  });
});
