import { type Issue, issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { entersAffinity } from '../interests/affinity';
import { isInLocale } from '../model/entry-ref';
import { type Experience, FULL_SHARE, type Variant } from '../model/experience';
import type { InterestGroup } from '../model/interest-profile';
import { type Conflict, findConflicts, placeOfConflict, valuesOfConflict } from './conflicts';

/** What an experience starts among. */
export interface StartSurroundings {
  /** Experiences that run already; the one that starts may be among them. */
  readonly running: readonly Pick<Experience, 'code' | 'name' | 'variants'>[];
  /** Codes of all audiences. */
  readonly audiences: ReadonlySet<string>;
  /** Group by tag code. */
  readonly tagGroups: ReadonlyMap<string, InterestGroup>;
}

/**
 * What keeps an experience from starting; empty = it may. Variants that are switched off are not looked at.
 * Codes: `no-variants`, `too-many-variants`, `no-entries`, `variant-needs-content`,
 * `variant-needs-audience-or-interests`, `audience-on-split-variant`, `shares-exceed-all`, `shares-are-empty`,
 * `no-common-locale`, `holdout-out-of-range`, `audience-unknown`, `attribute-taken`.
 */
export const startChecks = (experience: Experience, surroundings: StartSurroundings): Issue[] => {
  const enabled = experience.variants.filter((variant) => variant.enabled);
  return [
    ...checkWhole(experience, enabled),
    ...experience.variants.flatMap((variant, index) =>
      variant.enabled ? checkVariant(experience, variant, index, surroundings) : [],
    ),
    ...(experience.selection === 'relevance' ? checkHoldout(experience) : checkShares(enabled)),
    ...unknownAudiences(experience.audiences, ['audiences'], surroundings),
    ...checkConflicts(experience, surroundings),
  ];
};

const checkWhole = (experience: Experience, enabled: readonly Variant[]): Issue[] => {
  const issues: Issue[] = [];
  if (enabled.length === 0) {
    issues.push(
      issue('no-variants', ['variants'], 'Add a variant, or switch one on: there is nothing to show yet.'),
    );
  }
  if (enabled.length > LIMITS.variants) {
    issues.push(
      issue(
        'too-many-variants',
        ['variants'],
        `Switch variants off until there are ${LIMITS.variants} at most.`,
        { most: LIMITS.variants },
      ),
    );
  }
  if (experience.entries.length === 0) {
    issues.push(
      issue('no-entries', ['entries'], 'Choose at least one entry that this personalization is for.'),
    );
  }
  return issues;
};

const checkVariant = (
  { selection }: Experience,
  variant: Variant,
  index: number,
  surroundings: StartSurroundings,
): Issue[] => {
  const path = ['variants', index] as const;
  const issues = unknownAudiences(variant.audiences, [...path, 'audiences'], surroundings);
  if (!variant.contents.some(({ fills, empties }) => fills.length + empties.length > 0)) {
    issues.push(
      issue(
        'variant-needs-content',
        [...path, 'contents'],
        `Fill at least one attribute of variant “${variant.name}” and publish it, or switch the variant off.`,
        { variant: variant.name },
      ),
    );
  }
  const hasInterests = variant.interests.some(({ tag }) => entersAffinity(surroundings.tagGroups.get(tag)));
  if (selection === 'relevance' && variant.audiences.length === 0 && !hasInterests) {
    issues.push(
      issue(
        'variant-needs-audience-or-interests',
        [...path],
        `Give variant “${variant.name}” an audience or an interest (a stage alone does not count): nobody could ever see it.`,
        { variant: variant.name },
      ),
    );
  }
  if (selection !== 'relevance' && variant.audiences.length > 0) {
    issues.push(
      issue(
        'audience-on-split-variant',
        [...path, 'audiences'],
        `Move the audiences of variant “${variant.name}” to the test itself: everyone who takes part must be able to get every variant.`,
        { variant: variant.name },
      ),
    );
  }
  return issues;
};

const checkHoldout = ({ holdout }: Experience): Issue[] =>
  Number.isInteger(holdout) && holdout >= 0 && holdout <= FULL_SHARE
    ? []
    : [issue('holdout-out-of-range', ['holdout'], 'Choose a control group between 0 and 100 %.')];

const checkShares = (enabled: readonly Variant[]): Issue[] => {
  const issues: Issue[] = [];
  const total = enabled.reduce((sum, { share }) => sum + share, 0);
  if (total > FULL_SHARE || enabled.some(({ share }) => !Number.isInteger(share) || share < 0)) {
    issues.push(
      issue(
        'shares-exceed-all',
        ['variants'],
        'Lower the shares: together they may be 100 % at most, none below 0.',
      ),
    );
  }
  if (enabled.length > 0 && total === 0) {
    issues.push(issue('shares-are-empty', ['variants'], 'Give at least one variant a share above 0 %.'));
  }
  if (enabled.every(({ contents }) => contents.length > 0) && !hasCommonLocale(enabled)) {
    issues.push(
      issue(
        'no-common-locale',
        ['variants'],
        'Publish every variant in at least one common language: only there does the test take place.',
      ),
    );
  }
  return issues;
};

const hasCommonLocale = (variants: readonly Variant[]): boolean => {
  const locales = new Set(variants.flatMap(({ contents }) => contents.map(({ entry }) => entry.locale)));
  return [...locales].some((locale) =>
    variants.every(({ contents }) => contents.some(({ entry }) => isInLocale(entry, locale))),
  );
};

const unknownAudiences = (
  audiences: readonly string[],
  path: readonly (string | number)[],
  surroundings: StartSurroundings,
): Issue[] =>
  audiences.flatMap((audience, index) =>
    surroundings.audiences.has(audience)
      ? []
      : [
          issue(
            'audience-unknown',
            [...path, index],
            `Choose another audience: “${audience}” no longer exists.`,
            { audience },
          ),
        ],
  );

const checkConflicts = (experience: Experience, { running }: StartSurroundings): Issue[] => {
  const others = running.filter(({ code }) => code !== experience.code);
  const names = new Map([...others, experience].map(({ code, name }) => [code, name]));
  return findConflicts([...others, experience])
    .filter(({ experiences: [, later] }) => later === experience.code)
    .map((conflict) =>
      issue(
        'attribute-taken',
        ['entries'],
        conflictSentence(conflict, names),
        valuesOfConflict(conflict, names),
      ),
    );
};

/** Names both experiences, so that people know where to look. */
const conflictSentence = (conflict: Conflict, names: ReadonlyMap<string, string>): string => {
  const [first, later] = conflict.experiences.map((code) => names.get(code) ?? code);
  return `“${first}” already fills “${conflict.attribute}” of ${placeOfConflict(conflict)}: pause it, or leave this attribute empty in “${later}”.`;
};
