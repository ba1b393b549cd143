import { LIMITS } from '../foundation/limits';
import { bareRecord, hasOwn, isRecord, ownValue } from '../foundation/plain-object';
import { propertyReader } from './own-property';
import { pathReader } from './read-attribute';
import { ATTRIBUTE_CATALOGUE } from './attribute-catalogue';
import { findDeclaration } from './find-declaration';
import type { InterestProfile } from '../model/interest-profile';
import type { VisitorContext } from '../model/visitor-context';
import type { AttributeDeclaration } from './attributes';

const consentIn = propertyReader([], 'consent');
const personalizationIn = propertyReader(['consent'], 'personalization');
const gpcIn = propertyReader(['consent'], 'gpc');

/**
 * Consent to personalization: said with exactly `true`, and no Global Privacy Control or Do Not Track beside it. What
 * cannot be read is none.
 */
export const hasConsent = (context: VisitorContext): boolean => {
  try {
    const consent = isRecord(context) ? consentIn(context) : undefined;
    if (!isRecord(consent) || personalizationIn(consent) !== true || gpcIn(consent) === true) return false;
    // A yes is asked for in the slow way too: nothing else would be as bad to be deceived about.
    return hasOwn(context, 'consent') && hasOwn(consent, 'personalization');
  } catch {
    return false;
  }
};

/**
 * The context without everything of consent class *stored*, as a copy.
 *
 * What no catalogue declares as *request* goes too, so that an undeclared fact never slips through. Of the
 * interests this visit stays and `lasting` is emptied. The unit and the consent itself are kept: they are what
 * the decision is about.
 */
export const withoutStored = (
  context: VisitorContext,
  catalogue: readonly AttributeDeclaration[] = ATTRIBUTE_CATALOGUE,
): VisitorContext => {
  const kept = requestPart(context, [], catalogue) ?? {};
  const interests = visitOnly(readInterests(context));
  return Object.assign(bareRecord<unknown>(), kept, {
    ...(context?.unit === undefined ? {} : { unit: context.unit }),
    ...(context?.consent === undefined ? {} : { consent: context.consent }),
    ...(interests === undefined ? {} : { interests }),
  }) as VisitorContext;
};

/**
 * Is an attribute missing where consent is? The first declaration on the way to it decides, as in
 * {@link withoutStored}, of which this is the answer for one path. Interests are not asked here: without consent
 * they are computed from this visit alone.
 */
export const needsConsent = (
  segments: readonly string[],
  catalogue: readonly AttributeDeclaration[] = ATTRIBUTE_CATALOGUE,
): boolean => {
  if (segments[0] === 'interests' || segments[0] === 'consent' || segments[0] === 'unit') return false;
  for (let length = 1; length <= segments.length; length += 1) {
    const path = segments.slice(0, length);
    const declaration = findDeclaration(catalogue, path) ?? findDeclaration(ATTRIBUTE_CATALOGUE, path);
    if (declaration !== undefined) return declaration.consent === 'stored';
  }
  return true;
};

const requestPart = (
  value: unknown,
  path: readonly string[],
  catalogue: readonly AttributeDeclaration[],
): Record<string, unknown> | undefined => {
  if (!isRecord(value) || path.length >= LIMITS.contextDepth) return undefined;
  const kept = bareRecord<unknown>();
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (here[0] === 'interests') continue;
    const declaration = findDeclaration(catalogue, here) ?? findDeclaration(ATTRIBUTE_CATALOGUE, here);
    const child =
      declaration === undefined
        ? requestPart(value[key], here, catalogue)
        : declaration.consent === 'request'
          ? value[key]
          : undefined;
    if (child !== undefined) kept[key] = child;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
};

/** The interest profile that may be used: without consent that of this visit alone. */
export const knownInterests = (context: VisitorContext, consent: boolean): InterestProfile | undefined => {
  const interests = readInterests(context);
  return (consent ? interests : visitOnly(interests)) as InterestProfile | undefined;
};

const readInterests = pathReader(['interests']);

const visitOnly = (interests: unknown): Record<string, unknown> | undefined => {
  if (!isRecord(interests)) return undefined;
  const visit = ownValue(interests, 'visit');
  return isRecord(visit) ? { visit, lasting: {}, at: ownValue(interests, 'at') } : undefined;
};
