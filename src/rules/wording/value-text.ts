import { parseInstant } from '../../context/iso-instant';
import type { Wording } from './wording';

/** How the values of one attribute read. */
export interface ValueStyle {
  /** Path as the catalogue declares it, for example `location.country` or `interests.*`. */
  readonly pattern: string;
  /** Values are ISO dates. */
  readonly isDate: boolean;
  /** Closed set with names of its own. */
  readonly isClosed: boolean;
}

/** A value as people write it: names of countries and languages, dates, percentages; other text in quotes. */
export const valueText = (value: unknown, style: ValueStyle, wording: Wording): string => {
  if (typeof value === 'boolean') return value ? wording.yes : wording.no;
  if (typeof value === 'number') return numberText(value, style, wording);
  const text = String(value);
  if (style.isDate) return dateText(text, wording);
  const name = style.isClosed && Object.hasOwn(wording.values, text) ? wording.values[text] : undefined;
  return name ?? displayName(text, style.pattern, wording) ?? wording.quote(text);
};

const numberText = (value: number, { pattern }: ValueStyle, { intlLocale }: Wording): string =>
  new Intl.NumberFormat(
    intlLocale,
    pattern === 'interests.*' ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 6 },
  ).format(value);

const dateText = (text: string, { intlLocale, quote }: Wording): string => {
  const instant = parseInstant(text);
  if (instant === undefined) return quote(text);
  const isDay = instant % 86_400_000 === 0;
  const format = new Intl.DateTimeFormat(intlLocale, {
    dateStyle: 'long',
    ...(isDay ? {} : { timeStyle: 'short' }),
    timeZone: 'UTC',
  });
  return isDay ? format.format(instant) : `${format.format(instant)} UTC`;
};

const displayName = (code: string, pattern: string, { intlLocale }: Wording): string | undefined => {
  const type = pattern === 'location.country' ? 'region' : pattern === 'locale' ? 'language' : undefined;
  if (!type) return undefined;
  try {
    return new Intl.DisplayNames([intlLocale], { type, fallback: 'none' }).of(code);
  } catch {
    // Intl throws for text that is no code at all.
    return undefined;
  }
};
