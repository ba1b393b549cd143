import {
  betaCdf,
  betaQuantile,
  logBeta,
  logGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from '../../../src/statistics/distributions';

/**
 * Reference values were computed independently in Python with `decimal` at 80 to 3,000 digits and `fractions`:
 * Φ from the Taylor series of erf, ln Γ from Stirling's series with exact Bernoulli numbers after a shift beyond 60,
 * the Beta distribution with whole parameters as an exact binomial sum, Student's t with whole degrees of freedom
 * from the finite series 26.7.3 and 26.7.4 of Abramowitz and Stegun. Rounded to 20 digits.
 */
const normalPdf = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const betaPdf = (x: number, a: number, b: number) =>
  Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('the normal distribution', () => {
  it.each([
    [-1, 1.58655253931457051415e-1],
    [-1.959963984540054, 2.50000000000000137653e-2],
    [-3, 1.34989803163009452665e-3],
    [-6, 9.86587645037698140701e-10],
    [-8, 6.22096057427178412352e-16],
    [-10, 7.61985302416052606597e-24],
    [-20, 2.75362411860623369508e-89],
    [-30, 4.90671392714818705953e-198],
    [-37, 5.72557122252457682268e-300],
  ])('has P(Z <= %d) = %d to twelve digits', (z, expected) => {
    expect(relative(normalCdf(z), expected)).toBeLessThan(1e-12);
  });

  it.each([1e-300, 1e-100, 1e-16, 1e-8, 1e-4, 0.025, 0.3, 0.5, 0.7, 0.975, 0.9999])(
    'has a quantile that leads back to %d',
    (p) => {
      const z = normalQuantile(p);
      // An error of δ in z is one of |z|·δ in ln P, so the bound is on z itself.
      const error = Math.abs(normalCdf(z) - p) / normalPdf(z);
      expect(error).toBeLessThan(1e-13 * Math.max(1, Math.abs(z)));
    },
  );
});

describe('ln Γ and ln B', () => {
  it.each([
    [0.5, 5.72364942924700087072e-1],
    [1 + 2 ** -23, -6.88094576425347115116e-8],
    [2.5, 2.84682870472919159632e-1],
    [10.3, 1.34820367861383569706e1],
    [100, 3.59134205369575398776e2],
    [12345.678, 1.03959919905546060921e5],
    [1e7, 1.5118094936947391394e8],
  ])('ln Γ(%d) = %d', (x, expected) => {
    expect(relative(logGamma(x), expected)).toBeLessThan(1e-13);
  });

  it.each([
    [0.5, 0.5, 1.14472988584940017414],
    [3, 4, -4.09434456222210068483],
    [1000, 2000, -1.91187461421445156884e3],
    [1e6, 3, -4.07533874933303770059e1],
    [1e7, 1e7, -1.38629504047345956829e7],
  ])('ln B(%d, %d) = %d', (a, b, expected) => {
    expect(relative(logBeta(a, b), expected)).toBeLessThan(1e-13);
  });
});

describe('the Beta distribution', () => {
  it.each([
    [1 / 2, 2, 3, 6.875e-1, 3.125e-1],
    [1 / 32, 26, 975, 8.5295337579892782833e-1, 1.4704662420107217167e-1],
    [1 / 64, 26, 975, 9.47925658799534471337e-3, 9.90520743412004655287e-1],
    [1 / 256, 26, 975, 1.11689198571503559189e-13, 9.99999999999888310801e-1],
    [3 / 64, 26, 975, 9.99734269084375906983e-1, 2.65730915624093017001e-4],
    [1 / 16, 26, 975, 9.99999971739211105377e-1, 2.82607888946232741803e-8],
    [1 / 2, 500, 500, 0.5, 0.5],
    [1 / 4, 500, 500, 8.53438971083140025171e-65, 1],
    [1 / 8, 200, 4000, 1, 6.95284738072820084262e-66],
    [1 / 128, 201, 9801, 1.61310300225802612866e-31, 1],
  ])('has at %d of Beta(%d, %d) the lower tail %d and the upper tail %d', (x, a, b, lower, upper) => {
    expect(relative(betaCdf(x, a, b), lower)).toBeLessThan(1e-11);
    expect(relative(betaCdf(1 - x, b, a), upper)).toBeLessThan(1e-11);
  });

  it.each([
    [1e-20, 26, 975],
    [1e-8, 26, 975],
    [0.025, 26, 975],
    [0.5, 200, 4000],
    [0.975, 3, 2],
    [0.999999, 201, 9801],
    [0.025, 0.4, 19.6],
    [0.5, 20_000, 980_000],
  ])('has a quantile at %d of Beta(%d, %d) that leads back', (p, a, b) => {
    const x = betaQuantile(p, a, b);
    const spread = Math.sqrt((a * b) / (a + b + 1)) / (a + b);
    const error = Math.abs(betaCdf(x, a, b) - p) / betaPdf(x, a, b);
    expect(error / spread).toBeLessThan(1e-9);
  });

  it('is 0 below its range and 1 above', () => {
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(7, 2, 3)]).toEqual([0, 0, 1, 1]);
  });
});

describe("Student's t", () => {
  it.each([
    [1, 1, 0.25],
    [12.706204736432095, 1, 2.49999999994956535233e-2],
    [2.2281388519649385, 10, 2.50000000009043365612e-2],
    [5, 10, 2.68666801378226308544e-4],
    [20, 10, 1.07303115860212590572e-9],
    [50, 10, 1.23715516465133998734e-13],
    [6, 30, 6.97138438360237135096e-7],
    [10, 100, 4.95084449229706958772e-17],
    [30, 100, 4.1901662793441460847e-52],
    [8, 1000, 1.71333074119573719873e-15],
    [1000, 3, 1.10265382128829634829e-9],
    [1e6, 2, 4.9999999999925e-13],
  ])('has P(T > %d) with %d degrees of freedom = %d', (t, df, expected) => {
    expect(relative(studentCdf(-t, df), expected)).toBeLessThan(1e-11);
  });

  it.each([
    [0.975, 1, 12.7062047],
    [0.975, 10, 2.2281389],
    [0.995, 30, 2.7499957],
    [0.975, 120, 1.9799304],
  ])('has the quantile of the printed tables at %d with %d degrees of freedom', (p, df, expected) => {
    expect(relative(studentQuantile(p, df), expected)).toBeLessThan(1e-7);
    expect(studentQuantile(1 - p, df)).toBeCloseTo(-expected, 6);
  });

  it.each([
    [0.975, 2.5],
    [0.9999, 17.3],
    [1e-12, 200],
    [0.3, 1e5],
    [0.975, 1e9],
    [1e-6, 1e7],
  ])('has a quantile at %d with %d degrees of freedom that leads back', (p, df) => {
    const t = studentQuantile(p, df);
    expect(Math.abs(studentCdf(t, df) - p) / Math.min(p, 1 - p)).toBeLessThan(1e-8);
  });

  it('is normal with infinitely many degrees of freedom', () => {
    expect(studentCdf(-1.5, Infinity)).toBe(normalCdf(-1.5));
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(relative(studentQuantile(0.975, 1e9), normalQuantile(0.975))).toBeLessThan(1e-7);
  });
});
