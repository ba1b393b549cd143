import { FULL_SHARE } from '../../../../src/model/experience';

/** Shares are stored in 1/10,000; people read and write percent. */
export const toPercent = (share: number): number => (share / FULL_SHARE) * 100;

/** Percent as typed, to 1/10,000; nothing typed counts as none. */
export const fromPercent = (percent: number | undefined): number =>
  Math.round(Math.min(100, Math.max(0, percent ?? 0)) * (FULL_SHARE / 100));
