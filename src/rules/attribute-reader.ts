import { valueReader, type AttributeValue } from '../context/attribute-value';
import { pathReader } from '../context/read-attribute';
import type { ConditionNode } from './rule-tree';

/** `interests.<tag>` computed from the profile for one moment, 0..1 by tag code. A map is one; one may also wait until it is asked. */
export interface ComputedInterests {
  get(tag: string): number | undefined;
  forEach(use: (score: number, tag: string) => void): void;
}

/**
 * How a condition reads its attribute.
 *
 * `interests.<tag>` comes from `computed` where that is given. Otherwise `context.interests` may itself be a plain
 * record of numbers by tag; an interest profile has none of those, so there the attribute is absent.
 */
export type AttributeReader = (
  context: unknown,
  computed?: ComputedInterests,
  withoutConsent?: boolean,
) => AttributeValue | undefined;

/**
 * A total reader for one condition: whatever the context is, the worst answer is `undefined`.
 *
 * @param stored missing without consent
 */
export const attributeReader = (
  { segments, type }: Pick<ConditionNode, 'segments' | 'type'>,
  stored = false,
): AttributeReader => {
  const valueOf = valueReader(type);
  const rawOf = pathReader(segments);
  const read = (context: unknown): AttributeValue | undefined => {
    try {
      return valueOf(rawOf(context));
    } catch {
      return undefined;
    }
  };
  if (segments[0] === 'interests') {
    const tag = segments.slice(1).join('.');
    const scoreOf = valueReader('number');
    return (context, computed) => (computed ? scoreOf(computed.get(tag)) : read(context));
  }
  return stored ? (context, _computed, withoutConsent) => (withoutConsent ? undefined : read(context)) : read;
};
