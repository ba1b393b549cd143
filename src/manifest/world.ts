import { LRUCache } from 'lru-cache';
import { ATTRIBUTE_CATALOGUE } from '../context/attribute-catalogue';
import type { DecisionWorld } from '../decision/decision-world';
import type { Placement } from '../decision/placement';
import { compileAudiences } from '../rules/audience-matcher';
import { explainRule } from '../rules/explain';
import type { Manifest } from './manifest';

/** Compiles what every decision of a manifest shares. @param cacheSize placements kept; 0 = none */
export const worldOf = (manifest: Manifest, cacheSize: number): DecisionWorld => {
  // The built-in declarations come last and so win: no project can declare a stored attribute to need no consent.
  const attributes = [...manifest.attributes, ...ATTRIBUTE_CATALOGUE];
  const audiences = new Map(manifest.audiences.map((audience) => [audience.code, audience]));
  return {
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
};
