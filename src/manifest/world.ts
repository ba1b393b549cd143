import type { DecisionWorld } from '../decision/decision-world';
import { situationOf } from '../decision/situation';
import type { Engine } from './engine';
import type { LoadOptions } from './load-manifest';
import { compileAudiences } from '../rules/audience-matcher';
import { explainRule } from '../rules/explain';
import type { Manifest } from './manifest';
import type { WorldParts } from './world-parts';

/** A world, and the one question to it that needs no experience. */
export type World = DecisionWorld & Pick<Engine, 'matchAudiences'>;

/** Compiles what every decision of a manifest shares. */
export const worldOf = (manifest: Manifest, options: LoadOptions, parts: WorldParts): World => {
  const { attributes, audiences, tagGroups, cache } = parts;
  const world: DecisionWorld = {
    manifestVersion: manifest.version,
    settings: manifest.settings,
    attributes,
    audiences: compileAudiences(manifest.audiences, attributes),
    tagGroups,
    explainAudience: (code, { context, scores }) => {
      const audience = audiences.get(code);
      if (audience === undefined) return undefined;
      return {
        audience: code,
        name: audience.name,
        outcome: explainRule(audience.rule, context, attributes, scores()),
      };
    },
    ...(cache && { placements: cache.placements }),
  };
  return {
    ...world,
    matchAudiences: (context, now) => {
      try {
        const situation = situationOf(world, context, now);
        return world.audiences.match(situation.context, situation.scores());
      } catch {
        return [];
      }
    },
  };
};
