import type { DescribeNames } from '../../../../src/rules/describe-condition';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { requiredText, type Row } from '../records';

/** Names of interests and personalizations, for the sentence of a rule that mentions their codes. */
export async function describeNames(strapi: Strapi): Promise<DescribeNames> {
  const namesOf = async (uid: string) =>
    new Map(
      ((await strapi.db.query(uid).findMany({ select: ['code', 'name'] })) as Row[]).map((row) => [
        requiredText(row, 'code'),
        requiredText(row, 'name'),
      ]),
    );
  const tags = await namesOf(UID.interestTag);
  const experiences = await namesOf(UID.experience);
  return {
    codeName: (pattern, code) => (pattern.startsWith('history.seen.') ? experiences : tags).get(code),
  };
}
