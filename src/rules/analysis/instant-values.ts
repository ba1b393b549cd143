import { parseInstant } from '../../context/iso-instant';

/** Offsets reach to 14:59, so the first and the last moment that can be written lie outside the years 100 to 9999. */
const MINUTE = 60_000;
const FARTHEST_OFFSET = (14 * 60 + 59) * MINUTE;
const FIRST = Date.parse('0100-01-01T00:00:00.000Z') - FARTHEST_OFFSET;
const LAST = Date.parse('9999-12-31T23:59:59.999Z') + FARTHEST_OFFSET;

/**
 * Dates as text of which every cell that the bounds cut has one: the bounds, the millisecond after each, and the
 * first and last moment that can be written. Instants are whole milliseconds, so nothing lies between.
 *
 * @param bounds operands of the conditions, ISO dates
 * @param avoided spellings that must not be used, because conditions compare them as text
 */
export const instantCandidates = (
  bounds: readonly string[],
  avoided: ReadonlySet<string> = new Set(),
): string[] => {
  const instants = bounds.flatMap((bound) => parseInstant(bound) ?? []);
  const after = instants.map((instant) => instant + 1);
  const moments = [...new Set([...instants, ...after, FIRST, LAST])];
  return moments
    .filter((moment) => moment >= FIRST && moment <= LAST)
    .flatMap((moment) => spelledAnew(moment, avoided) ?? []);
};

/** The plainest way to write a moment that is not avoided; there are more than rules can name. */
const spelledAnew = (moment: number, avoided: ReadonlySet<string>): string | undefined => {
  const fits = (text: string): boolean => !avoided.has(text) && parseInstant(text) === moment;
  const day = new Date(moment).toISOString().slice(0, 10);
  if (fits(day)) return day;
  // The first and the last moment can only be written with the farthest offset.
  for (let step = 0; step <= FARTHEST_OFFSET; step += MINUTE) {
    const offset = step === MINUTE ? FARTHEST_OFFSET : step;
    const text = [written(moment, offset), written(moment, -offset)].find(fits);
    if (text !== undefined) return text;
  }
  return undefined;
};

const written = (moment: number, offset: number): string => {
  const local = new Date(moment + offset).toISOString().slice(0, -1);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
