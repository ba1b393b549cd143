import { attributeValue, type AttributeValue } from '../context/attribute-value';
import { readAttribute } from '../context/read-attribute';
import type { ConditionNode } from './rule-tree';

/** `interests.<tag>` computed from the profile for one moment, 0..1 by tag code. */
export type ComputedInterests = ReadonlyMap<string, number>;

/**
 * How a condition reads its attribute.
 *
 * `interests.<tag>` comes from `computed` where that is given. Otherwise `context.interests` may itself be a plain
 * record of numbers by tag; an interest profile has none of those, so there the attribute is absent.
 */
export type AttributeReader = (context: unknown, computed?: ComputedInterests) => AttributeValue | undefined;

/** A total reader for one condition: whatever the context is, the worst answer is `undefined`. */
export const attributeReader = ({ segments, type }: ConditionNode): AttributeReader => {
  const read = (context: unknown): AttributeValue | undefined => {
    try {
      return attributeValue(readAttribute(context, segments), type);
    } catch {
      return undefined;
    }
  };
  if (segments[0] !== 'interests') return read;
  const tag = segments.slice(1).join('.');
  return (context, computed) => (computed ? attributeValue(computed.get(tag), 'number') : read(context));
};
