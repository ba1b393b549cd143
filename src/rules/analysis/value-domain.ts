import { ATTRIBUTE_CATALOGUE } from '../../context/attribute-catalogue';
import { findDeclaration } from '../../context/find-declaration';
import type { AttributeDeclaration } from '../../context/attributes';

/** Ends included; what is absent is open. */
export interface NumberRange {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/** What is known of the values of an attribute beyond its type. */
export interface ValueDomain {
  /** Holds whatever anybody sends: the engine computes the attribute itself. */
  readonly certain?: NumberRange;
  /** Holds for what devices and sites send as they should; nothing checks it when a context is read. */
  readonly expected?: { readonly range: NumberRange } | { readonly values: readonly string[] };
}

const NOTHING_KNOWN: ValueDomain = {};

/** `p` is 0..1; what decay and mixing round may lie a hair above 1. See `interest-scores.ts`. */
const INTEREST: ValueDomain = { certain: { least: 0, most: 1 + 1e-9 } };

const COUNT: NumberRange = { least: 0, whole: true };
const EXPECTED: ReadonlyMap<string, NumberRange> = new Map([
  ['session.count', COUNT],
  ['session.pageViews', COUNT],
  ['session.durationMs', { least: 0 }],
  ['history.*.count', COUNT],
  ['history.*.daysSince', { least: 0 }],
  ['history.tag.*.views7d', COUNT],
  ['history.seen.*', COUNT],
  ['location.latitude', { least: -90, most: 90 }],
  ['location.longitude', { least: -180, most: 180 }],
  ['screen.width', { least: 0 }],
  ['screen.height', { least: 0 }],
  ['screen.density', { least: 0 }],
]);

/**
 * What is known of an attribute. Only declarations of the built-in catalogue say anything of numbers, because only
 * of them it is known who computes them. `interests.*` is the one attribute that the engine computes itself; all others
 * come from outside, where the parser looks at the type alone, so that counts and closed sets are expected, not certain.
 */
export const domainOf = (
  segments: readonly string[],
  catalogue: readonly AttributeDeclaration[] | undefined,
): ValueDomain => {
  const declaration = catalogue && findDeclaration(catalogue, segments);
  if (!declaration) return NOTHING_KNOWN;
  // They are written as text: of a number or a list they are no values that a context could have.
  if (declaration.values && declaration.type === 'string')
    return { expected: { values: declaration.values } };
  if (!BUILT_IN.has(declaration)) return NOTHING_KNOWN;
  if (declaration.path === 'interests.*') return INTEREST;
  if (declaration.path === 'location.country') return { expected: { values: COUNTRY_CODES } };
  const range = EXPECTED.get(declaration.path);
  return range ? { expected: { range } } : NOTHING_KNOWN;
};

const BUILT_IN: ReadonlySet<AttributeDeclaration> = new Set(ATTRIBUTE_CATALOGUE);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every text that is written as a country is (`value-format.ts`), whether there is such a country or not. */
const COUNTRY_CODES: readonly string[] = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
