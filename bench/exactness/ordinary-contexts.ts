import type { VisitorContext } from '../../src/model/visitor-context';
import { NOW } from '../generate/contexts';
import type { Random } from '../generate/random';
import { FUZZ, MANY, type FuzzAttribute, type Words } from './vocabulary';

/** Sets an attribute by its dotted path in a context of plain, own objects. */
export const setAttribute = (context: Record<string, unknown>, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = context;
  for (const key of keys) {
    const next: unknown = Object.hasOwn(at, key) ? at[key] : undefined;
    if (typeof next !== 'object' || next === null) at[key] = {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = value;
};

/** A value as the attribute's type wants it; numbers also as text, lists of 0 to 4 items. */
export const valueFor = (random: Random, words: Words, { type, values }: FuzzAttribute): unknown => {
  if (values) return random.pick(values);
  switch (type) {
    case 'string':
      return random.pick(words.texts);
    case 'number':
      return random.chance(0.1) ? String(random.pick(words.numbers)) : random.pick(words.numbers);
    case 'boolean':
      return random.chance(0.5);
    case 'date':
      return random.pick(words.days);
    case 'version':
      return random.pick(random.chance(0.1) ? words.texts : words.versions);
    case 'string-list':
      return Array.from({ length: random.int(5) }, () => random.pick(words.texts));
    case 'any':
      return random.pick([
        random.pick(words.texts),
        random.pick(words.numbers),
        random.chance(0.5),
        random.pick(words.days),
        [random.pick(words.texts), random.pick(words.numbers)],
      ]);
  }
};

const profile = (random: Random): NonNullable<VisitorContext['interests']> => ({
  visit: { tv: random.int(4), hiking: random.next() },
  lasting: { tv: random.int(20), 'smart-home': random.next() * 9 },
  at: new Date(NOW - random.int(7_200_000)).toISOString(),
});

/**
 * A context with values of the right types, `share` of the attributes present. Half are visitors who agreed, the
 * rest page visits, visitors who did not agree, and visitors whose browser says no.
 */
export const ordinaryContext = (random: Random, words: Words = MANY, share = 0.6): VisitorContext => {
  const context: Record<string, unknown> = {
    unit: { kind: random.chance(0.6) ? 'visitor' : 'page-visit', id: `u${random.int(1e6)}` },
    consent: {
      ...(random.chance(0.7) && { personalization: random.chance(0.85) }),
      ...(random.chance(0.1) && { gpc: random.chance(0.5) }),
    },
  };
  for (const attribute of FUZZ) {
    if (attribute.path.startsWith('interests.') || !random.chance(share)) continue;
    setAttribute(context, attribute.path, valueFor(random, words, attribute));
  }
  if (random.chance(share)) context['interests'] = profile(random);
  return JSON.parse(JSON.stringify(context)) as VisitorContext;
};
