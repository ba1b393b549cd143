import type { DecisionWorld } from '../decision/decision-world';
import { readingOf } from '../decision/situation';
import { parseInstant } from '../context/iso-instant';
import type { VisitorContext } from '../model/visitor-context';
import { compileAudiences } from '../rules/audience-matcher';
import { explainRule } from '../rules/explain';
import type { Engine } from './engine';
import type { LoadOptions } from './load-manifest';
import type { Manifest } from './manifest';
import type { NewWorldParts } from './world-parts';

/** A world, and the one question to it that needs no experience. */
export type World = DecisionWorld & Pick<Engine, 'matchAudiences'>;

/** Compiles what every decision of a manifest shares. */
export const worldOf = (manifest: Manifest, options: LoadOptions, parts: NewWorldParts): World => {
  const { attributes, tagGroups } = parts;
  const audiences =
    parts.matcher ??
    compileAudiences(manifest.audiences, attributes, {
      ...(options.index !== undefined && { index: options.index }),
      sample: (options.sample ?? []).map((context) =>
        readingOf(manifest.settings, context, momentOf(context)),
      ),
      ...(parts.previousMatcher && { previous: parts.previousMatcher }),
    });
  return {
    manifestVersion: manifest.version,
    settings: manifest.settings,
    attributes,
    audiences,
    tagGroups,
    explainAudience: (code, { known, scores }) => {
      const audience = audiences.audience(code);
      if (audience === undefined) return undefined;
      return {
        audience: code,
        name: audience.name,
        outcome: explainRule(audience.rule, known(), attributes, scores()),
      };
    },
    ...(parts.cache && { placements: parts.cache.placements }),
    matchAudiences: (context, now) => {
      try {
        return audiences.match(readingOf(manifest.settings, context, now));
      } catch {
        return [];
      }
    },
  };
};

/** A sampled context is looked at as of when its interests were written. */
const momentOf = ({ interests }: VisitorContext): number =>
  (interests && parseInstant(String(interests.at))) ?? 0;
