import type { EntryTargeting } from './manifest';

/** Entry audiences act in lists alone: *only for* admits members of any, *not for* turns members of any away. */
export const isListedFor = (
  targeting: Pick<EntryTargeting, 'onlyFor' | 'notFor'> | undefined,
  audiences: ReadonlySet<string>,
): boolean =>
  targeting === undefined ||
  ((targeting.onlyFor.length === 0 || targeting.onlyFor.some((audience) => audiences.has(audience))) &&
    !targeting.notFor.some((audience) => audiences.has(audience)));
