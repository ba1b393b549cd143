import { issue, type Issue } from '../../../../src/foundation/issue';
import type { EntryVariantInput } from '../../../../src/protocol/entry-variants';
import type { BaseEntryRef, ExperienceRecord } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { requiredText, type Row } from '../records';
import { localeOrDefault, siblingOf } from '../variants';

/** What of the input is looked at; absent and `undefined` are the same here. */
type CheckedInput = { readonly [K in keyof EntryVariantInput]: EntryVariantInput[K] | undefined } & {
  readonly name: string;
};

/** What is wrong with a new variant of an entry. @param given the experience that it shall join. */
export const entryVariantIssues = async (
  strapi: Strapi,
  entry: BaseEntryRef,
  input: CheckedInput,
  given: ExperienceRecord | undefined,
): Promise<Issue[]> => [
  ...contradictions(input, given),
  ...(await unknownReferences(strapi, input)),
  ...(await missingLocale(strapi, entry, input.locale)),
];

function contradictions(input: CheckedInput, given: ExperienceRecord | undefined): Issue[] {
  if (!given) return [];
  const issues = (['experienceName', 'selection'] as const)
    .filter((field) => input[field] !== undefined)
    .map((field) =>
      issue('only-for-new', [field], `Leave it out: “${given.name}” has its own.`, {
        experience: given.name,
      }),
    );
  if (given.selection !== 'relevance' && (input.audiences?.length ?? 0) > 0) {
    const sentence = `Leave the audiences out: in the test “${given.name}” everyone who takes part must be able to get every variant.`;
    issues.push(issue('audience-on-split-variant', ['audiences'], sentence, { variant: input.name }));
  }
  return issues;
}

async function unknownReferences(
  strapi: Strapi,
  { audiences = [], interests = [] }: CheckedInput,
): Promise<Issue[]> {
  const knownOf = async (uid: string, codes: readonly string[]) => {
    const rows = (await strapi.db
      .query(uid)
      .findMany({ select: ['code'], where: { code: { $in: [...codes] } } })) as Row[];
    return new Set(rows.map((row) => requiredText(row, 'code')));
  };
  const tags = interests.map(({ tag }) => tag);
  const knownAudiences = await knownOf(UID.audience, audiences);
  const knownTags = await knownOf(UID.interestTag, tags);
  return [
    ...audiences.flatMap((audience, position) =>
      knownAudiences.has(audience)
        ? []
        : [
            issue(
              'audience-missing',
              ['audiences', position],
              `There is no audience "${audience}"; choose one that exists.`,
              { audience },
            ),
          ],
    ),
    ...tags.flatMap((tag, position) =>
      knownTags.has(tag)
        ? []
        : [
            issue(
              'interest-tag-missing',
              ['interests', position],
              `There is no interest "${tag}"; choose one that exists.`,
              { tag },
            ),
          ],
    ),
  ];
}

/** Content of a locale that the entry does not have would never be shown. */
async function missingLocale(
  strapi: Strapi,
  entry: BaseEntryRef,
  wanted: string | undefined,
): Promise<Issue[]> {
  const sibling = siblingOf(strapi, entry.contentType);
  const locale = sibling && (await localeOrDefault(strapi, sibling, wanted));
  if (locale === undefined) return [];
  const { contentType, documentId } = entry;
  const found: unknown = await strapi.db
    .query(contentType)
    .findOne({ select: ['id'], where: { documentId, locale } });
  if (found) return [];
  return [
    issue(
      'locale-missing',
      ['locale'],
      `This entry does not exist in "${locale}" yet; create it there first.`,
      {
        locale,
      },
    ),
  ];
}
