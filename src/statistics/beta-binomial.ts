import type { ExactComparison } from './comparison';
import { logBeta } from './distributions';

/** How often something happened among how many. */
export interface Count {
  readonly n: number;
  readonly reached: number;
}

/**
 * Two rates compared without any normal approximation: with Beta(1, 1) priors the chance that the treatment's rate
 * is higher, and what is lost on average by choosing either arm. For few conversions, where normal theory is rough.
 */
export function compareRates(treatment: Count, control: Count): ExactComparison {
  const [a, b] = [treatment.reached + 1, treatment.n - treatment.reached + 1];
  const [c, d] = [control.reached + 1, control.n - control.reached + 1];
  const higher = chanceHigher(a, b, c, d);
  const meanT = a / (a + b);
  const meanC = c / (c + d);
  // E[max(C − T, 0)] = E[C]·P(C' > T) − E[T]·P(C > T'), where ' has one success more.
  const lossOfTreatment = meanC * chanceHigher(c + 1, d, a, b) - meanT * chanceHigher(c, d, a + 1, b);
  const lossOfControl = meanT * chanceHigher(a + 1, b, c, d) - meanC * chanceHigher(a, b, c + 1, d);
  return { higher, lossOfTreatment: Math.max(0, lossOfTreatment), lossOfControl: Math.max(0, lossOfControl) };
}

/** P(X > Y) of X ~ Beta(a, b) and Y ~ Beta(c, d); all whole numbers. */
function chanceHigher(a: number, b: number, c: number, d: number): number {
  // The sum has as many terms as its first parameter: sum over the smallest of the four.
  const least = Math.min(a, b, c, d);
  if (a === least) return sumOf(a, b, c, d);
  if (c === least) return 1 - sumOf(c, d, a, b);
  // 1 − X and 1 − Y change roles: X > Y exactly where 1 − Y > 1 − X.
  if (d === least) return sumOf(d, c, b, a);
  return 1 - sumOf(b, a, d, c);
}

/**
 * P(X > Y) = Σ_{i < a} B(c + i, d + b) / ((b + i) B(1 + i, b) B(c, d)) (E. Miller, "Formulas for Bayesian A/B
 * testing"), all terms positive, each from the one before it so that large counts cost no digits.
 */
function sumOf(a: number, b: number, c: number, d: number): number {
  let logTerm = logBeta(c, d + b) - Math.log(b) - logBeta(1, b) - logBeta(c, d);
  let total = 0;
  for (let i = 0; i < a; i += 1) {
    total += Math.exp(logTerm);
    // B(c+i+1, d+b)/B(c+i, d+b) = (c+i)/(c+i+d+b); (b+i) B(1+i, b) falls by the factor (i+1)/(b+i) from i to i+1.
    logTerm += Math.log((c + i) / (c + i + d + b)) - Math.log((i + 1) / (b + i));
  }
  return Math.min(1, total);
}
