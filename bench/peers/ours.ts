import { loadManifest, type LoadOptions } from '../../src/manifest/load-manifest';
import type { Engine } from '../../src/manifest/engine';
import type { Manifest } from '../../src/manifest/manifest';
import type { VisitorContext } from '../../src/model/visitor-context';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { seeded } from '../generate/random';
import type { Evaluator } from './evaluator';

/** Contexts that the index learns from what is rare; others than those that are asked about. */
const SAMPLE_SIZE = 500;

/** Traffic of another day: the same kind of visitors, none of those that are timed. */
export const trafficSample = (): VisitorContext[] =>
  makeContexts(seeded(777), SAMPLE_SIZE).map(({ context }) => context);

/** The engine through the public seam. */
export const engineOf = (manifest: Manifest, options: LoadOptions = {}): Engine =>
  loadManifest(manifest, options);

const ours = (
  name: string,
  kind: Evaluator['kind'],
  note: string,
  options: () => LoadOptions,
): Evaluator => ({
  name,
  kind,
  generatesCode: false,
  notEquivalent: note,
  load: (audiences) => {
    const engine = engineOf(manifestOf(audiences), options());
    return {
      ask:
        ({ context }) =>
        () =>
          engine.matchAudiences(context, NOW),
    };
  },
});

const INCLUDED =
  'reads consent and computes interest scores from the profile inside the timing, which peers get ready-made';

/** What a project gets that hands over a sample of its traffic. */
export const oursSampled = ours('contextual', 'ours', INCLUDED, () => ({ sample: trafficSample() }));

/** Without a sample: what is rare is guessed from the rules alone. */
export const oursUnsampled = ours('contextual, no sample', 'ours', `${INCLUDED}; rarity guessed`, () => ({}));

/** The same engine with the index switched off. */
export const oursLinear = ours('contextual, closures', 'floor', `${INCLUDED}; index off`, () => ({
  index: false,
}));
