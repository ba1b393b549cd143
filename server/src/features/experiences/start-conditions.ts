import {
  type Conflict,
  findConflicts,
  placeOfConflict,
  valuesOfConflict,
} from '../../../../src/decision/conflicts';
import { startChecks } from '../../../../src/decision/start-checks';
import { issue, type Issue } from '../../../../src/foundation/issue';
import type { Experience, VariantContent } from '../../../../src/model/experience';
import type { InterestGroup } from '../../../../src/model/interest-profile';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { requiredText, type Row } from '../records';
import type { LoadExperiences } from './load-experiences';

/** Content of a variant that is about to be published. */
export interface PublishedContent {
  /** Codes. */
  readonly experience: string;
  readonly variant: string;
  readonly content: VariantContent;
}

/** Says what keeps an experience from running, or content from being published. */
export interface StartConditions {
  /** Empty = it may run; codes of `startChecks`, and `goal-missing`. */
  check(experience: Experience): Promise<Issue[]>;
  /** Conflicts that publishing these contents would bring into a running experience; empty = publish. */
  checkPublish(contents: readonly PublishedContent[]): Promise<Issue[]>;
}

/** Reads what a start is checked against; nothing is cached, because a start is rare and must be right. */
export function createStartConditions(strapi: Strapi, loadExperiences: LoadExperiences): StartConditions {
  const rows = async (uid: string) => (await strapi.db.query(uid).findMany({})) as Row[];
  const codes = async (uid: string) => new Set((await rows(uid)).map((row) => requiredText(row, 'code')));
  const running = async () =>
    (await loadExperiences({ statuses: ['running'] })).sort((a, b) => startOf(a).localeCompare(startOf(b)));

  return {
    async check(experience) {
      const tags = await rows(UID.interestTag);
      const surroundings = {
        running: await running(),
        audiences: await codes(UID.audience),
        tagGroups: new Map(
          tags.map((row) => [requiredText(row, 'code'), requiredText(row, 'group') as InterestGroup]),
        ),
      };
      return [...startChecks(experience, surroundings), ...missingGoals(experience, await codes(UID.goal))];
    },
    async checkPublish(contents) {
      const current = await running();
      const before = new Set(findConflicts(current).map(keyOf));
      const after = current.map((experience) => withContents(experience, contents));
      const names = new Map(after.map(({ code, name }) => [code, name]));
      return findConflicts(after)
        .filter((conflict) => !before.has(keyOf(conflict)))
        .map((conflict) =>
          issue('attribute-taken', [], publishSentence(conflict, names), valuesOfConflict(conflict, names)),
        );
    },
  };
}

const startOf = ({ startedAt }: Experience) => startedAt ?? '';

const keyOf = (conflict: Conflict) => JSON.stringify(conflict);

/** The experience as it would be with these contents in place of what is published now. */
function withContents(experience: Experience, contents: readonly PublishedContent[]): Experience {
  const own = contents.filter((content) => content.experience === experience.code);
  if (own.length === 0) return experience;
  const variants = experience.variants.map((variant) => {
    const fresh = own.filter((content) => content.variant === variant.code).map(({ content }) => content);
    const kept = variant.contents.filter((old) => !fresh.some((content) => isSamePlace(old, content)));
    return { ...variant, contents: [...kept, ...fresh] };
  });
  return { ...experience, variants };
}

const isSamePlace = (a: VariantContent, b: VariantContent) =>
  a.variantDocumentId === b.variantDocumentId && a.entry.locale === b.entry.locale;

function missingGoals({ goal, guardrails }: Experience, known: ReadonlySet<string>): Issue[] {
  const named: [path: Issue['path'], code: string][] = [
    [['goal'], goal],
    ...guardrails.map((code, position): [Issue['path'], string] => [['guardrails', position], code]),
  ];
  return named
    .filter(([, code]) => !known.has(code))
    .map(([path, code]) =>
      issue('goal-missing', path, `Choose another goal: “${code}” no longer exists.`, { goal: code }),
    );
}

const publishSentence = (conflict: Conflict, names: ReadonlyMap<string, string>): string => {
  const [first, later] = conflict.experiences.map((code) => names.get(code) ?? code);
  return `“${first}” and “${later}” would both fill “${conflict.attribute}” of ${placeOfConflict(conflict)}: leave it empty in one of them, or pause one.`;
};
