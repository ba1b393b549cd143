/** Values are kept as whole numbers of 1/10,000, so that sums do not depend on the order of their terms. */
export const VALUE_SCALE = 10_000;

/** @param value within `LIMITS.eventValue`; what is finer than 1/10,000 is rounded away. */
export const toFixedPoint = (value: number): number => Math.round(value * VALUE_SCALE);

/** A first-order sum (Σy) as people read it. */
export const fromFixedPoint = (scaled: bigint): number => Number(scaled) / VALUE_SCALE;

/** A second-order sum (Σy², Σyd) as people read it. */
export const fromSquaredFixedPoint = (scaled: bigint): number => Number(scaled) / (VALUE_SCALE * VALUE_SCALE);
