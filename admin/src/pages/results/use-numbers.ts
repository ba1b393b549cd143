import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Numbers as people of the panel's language write them. */
export interface Numbers {
  readonly count: (value: number) => string;
  /** 0..1 as per cent with one decimal. */
  readonly share: (value: number) => string;
  /** In a currency, or a plain number where there is none. */
  readonly money: (value: number, currency: string | null) => string;
  readonly day: (day: string) => string;
}

/** See {@link Numbers}. */
export function useNumbers(): Numbers {
  const { formatNumber, formatDate } = useIntl();
  return useMemo(
    () => ({
      count: (value) => formatNumber(value, { maximumFractionDigits: 2 }),
      share: (value) =>
        formatNumber(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
      money: (value, currency) =>
        formatNumber(value, currency ? { style: 'currency', currency } : { maximumFractionDigits: 2 }),
      // A day of the project's time zone, whatever the reader's is.
      day: (day) => formatDate(`${day}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
    }),
    [formatNumber, formatDate],
  );
}
