import { numberValue, textValue, valueReader, type AttributeValue } from '../context/attribute-value';
import type { AttributeType } from '../context/attributes';
import { pathReader } from '../context/read-attribute';
import { propertyReader } from '../context/own-property';
import { isRecord } from '../foundation/plain-object';
import type { ConditionNode } from './rule-tree';

/** `interests.<tag>` computed from the profile for one moment, 0..1 by tag code; it may wait until it is asked. */
export interface ComputedInterests {
  get(tag: string): number | undefined;
  /**
   * The scores of those tags that somebody knows, each with what he has for it, which must be another for each tag.
   * Absent: `get` is asked for each.
   */
  forKnown?<T>(known: ReadonlyMap<string, T>, use: (score: number, what: T) => void): void;
}

/**
 * How a condition reads its attribute.
 *
 * `interests.<tag>` comes from `computed` where that is given. Otherwise `context.interests` may itself be a plain
 * record of numbers by tag; an interest profile has none of those, so there the attribute is absent.
 */
export type AttributeReader = (context: unknown, computed?: ComputedInterests) => AttributeValue | undefined;

/** A total reader for one condition: whatever the context is, the worst answer is `undefined`. */
export const attributeReader = ({
  segments,
  type,
}: Pick<ConditionNode, 'segments' | 'type'>): AttributeReader => {
  if (segments[0] === 'interests') return interestReader(segments, type);
  return segments.length === 2 ? readerOfTwo(segments, type) : readerOfAny(segments, type);
};

type ContextReader = (context: unknown) => AttributeValue | undefined;

const readerOfAny = (segments: readonly string[], type: AttributeType): ContextReader => {
  const valueOf = valueReader(type);
  const rawOf = pathReader(segments);
  return (context) => {
    try {
      return valueOf(rawOf(context));
    } catch {
      return undefined;
    }
  };
};

/** Nearly all paths have two parts, and nearly all the time of a few rules is spent here: so it is written out. */
const readerOfTwo = ([first = '', second = '']: readonly string[], type: AttributeType): ContextReader => {
  const valueOf = valueReader(type);
  const isText = type === 'string';
  const isNumber = type === 'number';
  const groupOf = propertyReader([], first);
  const rawOf = propertyReader([first], second);
  return (context) => {
    try {
      if (!isRecord(context)) return undefined;
      const group = groupOf(context);
      if (!isRecord(group)) return undefined;
      const raw = rawOf(group);
      if (raw === undefined) return undefined;
      return isText ? textValue(raw) : isNumber ? numberValue(raw) : valueOf(raw);
    } catch {
      return undefined;
    }
  };
};

const interestReader = (segments: readonly string[], type: AttributeType): AttributeReader => {
  const tag = segments.slice(1).join('.');
  const scoreOf = valueReader('number');
  const read = readerOfAny(segments, type);
  return (context, computed) => (computed ? scoreOf(computed.get(tag)) : read(context));
};
