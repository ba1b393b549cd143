import { instantOf } from '../../../../src/manifest/instant';

/** Does a schedule end before, or as, it starts? A moment without an offset is wall time in `timeZone`. */
export function endsBeforeItStarts(dates: {
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  /** IANA. */
  readonly timeZone: string;
}): boolean {
  const { startsAt, endsAt, timeZone } = dates;
  if (!startsAt || !endsAt) return false;
  const [from, to] = [instantOf(startsAt, timeZone), instantOf(endsAt, timeZone)];
  return from !== undefined && to !== undefined && to <= from;
}
