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
  const percent = (share: number, rounding: Rounding) => {
    const points = share * 100;
    return format(rounded(points, rounding) / 100, {
      style: 'percent',
      maximumFractionDigits: decimalsOf(points),
    });
  };
  return {
    count: (value) => format(Math.floor(value + 1e-9), {}),
    percent,
    amount: (value, { scale, currency }, rounding) => {
      if (scale === 'relative') return percent(value, rounding);
      const isMoney = currency !== null && isCurrency(currency);
      return format(rounded(value, rounding), {
        maximumFractionDigits: Math.max(isMoney ? 2 : 0, decimalsOf(value)),
        ...(isMoney && { style: 'currency', currency }),
      });
    },
  };
}

/** To two significant digits, or to a whole number from 100. */
function rounded(value: number, rounding: Rounding): number {
  const scale = 10 ** decimalsOf(value);
  // 0.07 * 100 is 7.000000000000001: such a rest must not round a figure up.
  const scaled = Number((value * scale).toPrecision(12));
  const round = { down: Math.floor, up: Math.ceil, nearest: Math.round }[rounding];
  return round(scaled) / scale;
}

const decimalsOf = (value: number): number =>
  value === 0 ? 0 : Math.min(15, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value)))));

/** Three letters; Intl throws for anything else. */
const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** A name in quotes, the code where there is none. */
export const nameOf = (
  code: string,
  find: ((code: string) => string | undefined) | undefined,
  quote: (text: string) => string,
): string => quote(find?.(code) ?? code);
