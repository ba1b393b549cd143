import { LRUCache } from 'lru-cache';
import { ATTRIBUTE_CATALOGUE } from '../context/attribute-catalogue';
import type { DecisionWorld } from '../decision/decision-world';
import { situationOf } from '../decision/situation';
import { LIMITS } from '../foundation/limits';
import type { Engine } from './engine';
import type { LoadOptions } from './load-manifest';
import type { Placement } from '../decision/placement';
import { compileAudiences } from '../rules/audience-matcher';
import { explainRule } from '../rules/explain';
import type { Manifest } from './manifest';

/** A world, and the one question to it that needs no experience. */
export type World = DecisionWorld & Pick<Engine, 'matchAudiences'>;

/** Compiles what every decision of a manifest shares. */
export const worldOf = (manifest: Manifest, options: LoadOptions): World => {
  const cacheSize = options.cacheSize ?? LIMITS.cachedPlacements;
  // The built-in declarations come last and so win: no project can declare a stored attribute to need no consent.
  const attributes = [...manifest.attributes, ...ATTRIBUTE_CATALOGUE];
  const audiences = new Map(manifest.audiences.map((audience) => [audience.code, audience]));
  const world: DecisionWorld = {
    manifestVersion: manifest.version,
    settings: manifest.settings,
    attributes,
    audiences: compileAudiences(manifest.audiences, attributes),
    tagGroups: new Map(manifest.interestTags.map(({ code, group }) => [code, group])),
    explainAudience: (code, { context, scores }) => {
      const audience = audiences.get(code);
      if (audience === undefined) return undefined;
      return {
        audience: code,
        name: audience.name,
        outcome: explainRule(audience.rule, context, attributes, scores()),
      };
    },
    ...(cacheSize > 0 && { placements: new LRUCache<string, Placement>({ max: cacheSize }) }),
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
