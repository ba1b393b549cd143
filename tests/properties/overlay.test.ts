import fc from 'fast-check';
import { fillsOf } from '../../src/overlay/fills';
import { overlay } from '../../src/overlay/overlay';

const names = ['title', 'body', 'cover', 'sections'];
const schema = {
  attributes: [
    ...names.map((name) => ({ name, type: 'json', multiple: name === 'sections' })),
    { name: 'slug', type: 'uid', multiple: false },
  ],
};
const document = fc.dictionary(
  fc.constantFrom(...names, 'slug', 'id', 'documentId', 'locale', 'extra'),
  fc.anything(),
);
const variant = fc
  .tuple(document, fc.array(fc.constantFrom(...names, 'slug', 'id', 'extra')))
  .map(([of, contextualEmpty]): Record<string, unknown> => ({ ...of, contextualEmpty }));
const SEED = { seed: 20261121, numRuns: 200 };

describe('overlay', () => {
  it('gives each attribute as a whole from variant, from base, or empty', () => {
    fc.assert(
      fc.property(document, variant, (base, over) => {
        const delivered = overlay(base, over, schema);
        const fills = fillsOf(over, schema);
        const empties = over.contextualEmpty as string[];
        for (const name of new Set([...Object.keys(base), ...Object.keys(delivered), ...names])) {
          if (names.includes(name) && empties.includes(name)) {
            expect(delivered[name]).toEqual(name === 'sections' ? [] : null);
          } else
            expect(Object.is(delivered[name], fills.includes(name) ? over[name] : base[name])).toBe(true);
        }
      }),
      SEED,
    );
  });

  it('laid over twice is the same as once', () => {
    fc.assert(
      fc.property(document, variant, (base, over) => {
        const once = overlay(base, over, schema);
        expect(overlay(once, over, schema)).toEqual(once);
      }),
      SEED,
    );
  });

  it('of an empty variant is base', () => {
    fc.assert(
      fc.property(document, (base) => expect(overlay(base, {}, schema)).toEqual(base)),
      SEED,
    );
  });
});
