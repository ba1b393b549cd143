import { LIMITS } from '../foundation/limits';
import { bareRecord, isRecord, ownValue } from '../foundation/plain-object';
import { readAttribute } from './read-attribute';
import { ATTRIBUTE_CATALOGUE } from './attribute-catalogue';
import { findDeclaration } from './find-declaration';
import type { VisitorContext } from '../model/visitor-context';
import type { AttributeDeclaration } from './attributes';

/** Consent to personalization: said with exactly `true`, and no Global Privacy Control or Do Not Track beside it. */
export const hasConsent = (context: VisitorContext): boolean =>
  readAttribute(context, 'consent.personalization') === true &&
  readAttribute(context, 'consent.gpc') !== true;

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
  const interests = visitOnly(readAttribute(context, 'interests'));
  return Object.assign(bareRecord<unknown>(), kept, {
    ...(context?.unit === undefined ? {} : { unit: context.unit }),
    ...(context?.consent === undefined ? {} : { consent: context.consent }),
    ...(interests === undefined ? {} : { interests }),
  }) as VisitorContext;
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

const visitOnly = (interests: unknown): Record<string, unknown> | undefined => {
  if (!isRecord(interests)) return undefined;
  const visit = ownValue(interests, 'visit');
  return isRecord(visit) ? { visit, lasting: {}, at: ownValue(interests, 'at') } : undefined;
};
