import type { VerdictCode, VerdictMeasure, VerdictValues } from './verdict-shape';

/** Names that only the project knows; where they give nothing, codes are shown. */
export interface VerdictNames {
  readonly variant?: (code: string) => string | undefined;
  readonly goal?: (code: string) => string | undefined;
}

/** What sentences are made of, in one language. */
export type VerdictSentences = {
  readonly [Code in VerdictCode]: (values: VerdictValues[Code], names: VerdictNames) => string;
};

/** How an amount is rounded: never to more than is known. */
export type Rounding = 'down' | 'up' | 'nearest';

/** Figures in one language. */
export interface Figures {
  /** Whole count; what is fractional is rounded down, since it is not there yet. */
  readonly count: (value: number) => string;
  readonly percent: (share: number, rounding: Rounding) => string;
  /** Two significant digits; percent, a number, or money. */
  readonly amount: (value: number, measure: VerdictMeasure, rounding: Rounding) => string;
}

/** @param intlLocale BCP 47. */
export function figuresFor(intlLocale: string): Figures {
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(intlLocale, options).format(value);
  const percent = (share: number, rounding: Rounding) =>
    format(rounded(share * 100, rounding) / 100, { style: 'percent', maximumFractionDigits: 20 });
  return {
    count: (value) => format(Math.floor(value + 1e-9), {}),
    percent,
    amount: (value, { scale, currency }, rounding) => {
      if (scale === 'relative') return percent(value, rounding);
      const number = rounded(value, rounding);
      return format(number, {
        maximumFractionDigits: 20,
        ...(currency !== null && isCurrency(currency) ? { style: 'currency', currency } : {}),
      });
    },
  };
}

/** To two significant digits, or to a whole number from 100. */
function rounded(value: number, rounding: Rounding): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const digits = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value))));
  const scale = 10 ** Math.min(digits, 15);
  // 0.07 * 100 is 7.000000000000001: such a rest must not round a figure up.
  const scaled = Number((value * scale).toPrecision(12));
  const whole =
    rounding === 'down' ? Math.floor(scaled) : rounding === 'up' ? Math.ceil(scaled) : Math.round(scaled);
  return Number((whole / scale).toPrecision(15));
}

/** Intl throws for what is no currency. */
const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** Names of the two sides, with what a language needs around them. */
export const nameOf = (
  code: string,
  find: ((code: string) => string | undefined) | undefined,
  quote: (text: string) => string,
): string => quote(find?.(code) ?? code);
