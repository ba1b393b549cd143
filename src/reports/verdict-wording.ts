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
  /** Two shares, with as many digits as it takes to tell them apart. */
  readonly apart: (one: number, other: number) => readonly [string, string];
  /** Two significant digits; percent, a number, or money. */
  readonly amount: (value: number, measure: VerdictMeasure, rounding: Rounding) => string;
}

/** @param intlLocale BCP 47. */
export function figuresFor(intlLocale: string): Figures {
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(intlLocale, options).format(value);
  const percent = (share: number, rounding: Rounding, digits = DIGITS) => {
    const points = share * 100;
    return format(rounded(points, rounding, digits) / 100, {
      style: 'percent',
      maximumFractionDigits: decimalsOf(points, digits),
    });
  };
  return {
    count: (value) => format(Math.floor(value + 1e-9), {}),
    percent: (share, rounding) => percent(share, rounding),
    apart: (one, other) => {
      const told = (digits: number) =>
        [percent(one, 'nearest', digits), percent(other, 'nearest', digits)] as const;
      let digits = DIGITS;
      while (digits < MOST_DIGITS && told(digits)[0] === told(digits)[1]) digits += 1;
      return told(digits);
    },
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

/** Significant ones of a figure; of two that must be told apart at most. */
const DIGITS = 2;
const MOST_DIGITS = 6;

/** To so many significant digits, or to a whole number where that is more. */
function rounded(value: number, rounding: Rounding, digits = DIGITS): number {
  const scale = 10 ** decimalsOf(value, digits);
  // 0.07 * 100 is 7.000000000000001: such a rest must not round a figure up.
  const scaled = Number((value * scale).toPrecision(12));
  const round = { down: Math.floor, up: Math.ceil, nearest: Math.round }[rounding];
  return round(scaled) / scale;
}

const decimalsOf = (value: number, digits = DIGITS): number =>
  value === 0 ? 0 : Math.min(15, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));

/** Three letters; Intl throws for anything else. */
const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** A name in quotes, the code where there is none. */
export const nameOf = (
  code: string,
  find: ((code: string) => string | undefined) | undefined,
  quote: (text: string) => string,
): string => quote(find?.(code) ?? code);
