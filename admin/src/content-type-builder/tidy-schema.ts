import { choiceOf, variabilityOf } from '../../../src/overlay/variability';
import { PLUGIN_ID } from '../plugin-id';
import type { BuilderAttribute, BuilderType } from './builder-forms';

/** Of a content type, is the box ticked? */
export const isOptedIn = (type: Pick<BuilderType, 'pluginOptions'>): boolean =>
  (type.pluginOptions?.[PLUGIN_ID] as { enabled?: unknown } | undefined)?.enabled === true;

/**
 * What the Content-Type Builder saves of one type: without choices that say what is so anyway, and never
 * one of ours. It takes a deleted component or relation out of every type it knows, of variants' types too,
 * and would write them into the project's `src/extensions`; the plugin makes them from the base at every start.
 */
export function tidySchema(next: BuilderType, previous?: BuilderType): BuilderType {
  if (next.uid.startsWith(`plugin::${PLUGIN_ID}.`)) return previous ?? next;
  if (next.modelType === 'component') return next;
  const attributes = next.attributes.map(tidyAttribute);
  const own = next.pluginOptions?.[PLUGIN_ID] as { enabled?: unknown } | undefined;
  if (own === undefined || own.enabled === true) return { ...next, attributes };
  return { ...next, attributes, pluginOptions: withOwn(next.pluginOptions, { ...own, enabled: undefined }) };
}

function tidyAttribute(attribute: BuilderAttribute): BuilderAttribute {
  const options = attribute.pluginOptions as Readonly<Record<string, unknown>> | undefined;
  const own = options?.[PLUGIN_ID] as Readonly<Record<string, unknown>> | undefined;
  if (own === undefined) return attribute;
  const choice = choiceOf(attribute);
  const standing = variabilityOf(attribute, attribute.type);
  const isNews = choice !== undefined && standing !== 'never' && choice !== (standing === 'on');
  return isNews
    ? attribute
    : { ...attribute, pluginOptions: withOwn(options, { ...own, variable: undefined }) };
}

/** The options with ours replaced; ours leave when nothing is left in them. */
function withOwn(
  options: Readonly<Record<string, unknown>> | undefined,
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { [PLUGIN_ID]: _replaced, ...others } = options ?? {};
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  return said.length === 0 ? others : { ...others, [PLUGIN_ID]: Object.fromEntries(said) };
}
