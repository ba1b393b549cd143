const HAS_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

/** What the clocks of a zone show at an instant, as `YYYY-MM-DDTHH:mm`; empty for an unknown zone. */
export function wallTimeAt(instant: Date, timeZone: string): string {
  try {
    // Swedish writes dates as ISO 8601 does.
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(instant);
    return parts.replace(' ', 'T');
  } catch {
    return '';
  }
}

/** A stored moment as the wall time of its zone: without an offset it is one already, a bare day its midnight. */
export function toWallTime(moment: string, timeZone: string): string {
  if (moment === '') return '';
  if (moment.includes('T') && HAS_OFFSET.test(moment)) return wallTimeAt(new Date(moment), timeZone);
  return moment.includes('T') ? moment.slice(0, 16) : `${moment}T00:00`;
}

/** Every time zone that the browser knows, and `known` ones beside them. */
export function timeZones(...known: readonly string[]): string[] {
  return [...new Set([...known, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}
