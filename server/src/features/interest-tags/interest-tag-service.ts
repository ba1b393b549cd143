import { z } from '@strapi/utils';
import { issue } from '../../../../src/foundation/issue';
import type { InterestGroup, InterestTag } from '../../../../src/model/interest-profile';
import type {
  InterestTagChange,
  InterestTagInput,
  InterestTagRecord,
} from '../../../../src/protocol/interest-tags';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  codeInput,
  codeReference,
  compact,
  createRecordStore,
  descriptionInput,
  invalid,
  nameInput,
  parseInput,
  type RecordService,
  requiredText,
  type Row,
  stampOf,
  text,
  updatedAtInput,
  type UsedCodes,
} from '../records';
import { interestTagUses } from './interest-tag-uses';

/** Labels on content, and what visitors like. */
export interface InterestTagService extends RecordService<InterestTagRecord> {
  create(input: InterestTagInput | unknown): Promise<InterestTagRecord>;
  update(code: string, change: InterestTagChange | unknown): Promise<InterestTagRecord>;
  /** Every tag as the engine knows it, in the order of creation. */
  all(): Promise<InterestTag[]>;
}

const INPUT = z.strictObject({
  code: codeInput.optional(),
  name: nameInput,
  description: descriptionInput.nullish(),
  group: z.enum(['topic', 'stage', 'lifestyle', 'own']).optional(),
  parent: codeReference.nullish(),
});
const CHANGE = INPUT.omit({ code: true }).partial().extend({ updatedAt: updatedAtInput });

/** Makes the service of interest tags. */
export function createInterestTagService(strapi: Strapi, usedCodes: UsedCodes): InterestTagService {
  const store = createRecordStore(strapi, usedCodes, {
    uid: UID.interestTag,
    kind: 'interest-tag',
    label: 'interest',
    fromRow,
  });

  /** The parent must be there, and nobody may be his own ancestor. `code` is absent for a new tag. */
  const checkParent = async (parent: string | null | undefined, code?: string): Promise<void> => {
    if (parent === null || parent === undefined) return;
    const parents = new Map((await store.all()).map((tag) => [tag.code, tag.parent]));
    if (!parents.has(parent)) {
      throw invalid('interest-tag', [
        issue('parent-missing', ['parent'], `There is no interest "${parent}".`),
      ]);
    }
    const seen = new Set<string>();
    for (
      let step: string | undefined = parent;
      step !== undefined && !seen.has(step);
      step = parents.get(step)
    ) {
      if (step === code) {
        const sentence = `"${parent}" is below "${code}" or is it itself; choose a parent outside.`;
        throw invalid('interest-tag', [issue('parent-cycle', ['parent'], sentence)]);
      }
      seen.add(step);
    }
  };

  return {
    find: (query = {}) => store.page(query),
    findOne: (code) => store.require(code),
    async create(input) {
      const { code, ...data } = parseInput(INPUT, input, 'interest-tag');
      await checkParent(data.parent);
      return store.insert(data, code, data.name);
    },
    async update(code, change) {
      const { updatedAt, ...data } = parseInput(CHANGE, change, 'interest-tag');
      return store.change(code, updatedAt, async () => {
        await checkParent(data.parent, code);
        return data;
      });
    },
    remove: (code) =>
      store.remove(code, async () => {
        const uses = await interestTagUses(strapi, code);
        if (uses.length > 0) throw inUse(code, uses);
      }),
    async all() {
      return (await store.all()).map(({ code, name, group, parent }) =>
        compact({ code, name, group, parent }),
      );
    },
  };
}

const fromRow = (row: Row): InterestTagRecord =>
  compact({
    ...stampOf(row),
    name: requiredText(row, 'name'),
    description: text(row, 'description'),
    group: requiredText(row, 'group') as InterestGroup,
    parent: text(row, 'parent'),
  });

const inUse = (code: string, uses: readonly string[]) =>
  new Problem({
    status: 409,
    code: 'interest-tag-in-use',
    message: `Take the interest "${code}" out of ${uses.slice(0, 5).join(', ')}${uses.length > 5 ? ` and ${uses.length - 5} more` : ''} before you delete it.`,
  });
