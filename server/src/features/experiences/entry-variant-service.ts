import { z } from '@strapi/utils';
import { sharesAfterAdding, sharesOf } from '../../../../src/decision/allocation/shares';
import { LIMITS } from '../../../../src/foundation/limits';
import { BASE, FULL_SHARE } from '../../../../src/model/experience';
import type { EntryVariantResponse } from '../../../../src/protocol/entry-variants';
import type { BaseEntryRef, ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  type CheckEntry,
  codeReference,
  codeReferences,
  inTransaction,
  invalid,
  lockRecord,
  nameInput,
  parseInput,
  requireEntry,
} from '../records';
import type { ContentService, VariantService } from '../variants';
import { entryVariantIssues } from './entry-variant-checks';
import type { ExperienceService } from './experience-service';

/** Experience, variant and content for an entry in one step. */
export interface EntryVariantService {
  /**
   * Makes all three, or none of them. A running experience gets the variant switched off, because nothing of it is
   * published yet. In a test the variant gets an equal part, which the others give in proportion: at once in a
   * draft, and as every new variant does in one that has started.
   * @param input an `EntryVariantInput`. @param by id of the administrator whose content it becomes.
   * @throws Problem 404 `entry-not-found`, `content-type-unknown`, `experience-not-found`, 400
   * `content-type-not-enabled`, `entry-variant-invalid`, 409 `experience-ended`, `too-many-variants`, and
   * Strapi's own ValidationError where the sibling's schema refuses what is copied.
   */
  create(entry: BaseEntryRef, input: unknown, by?: number): Promise<EntryVariantResponse['data']>;
}

/** What the service is made of. */
export interface EntryVariantServiceParts {
  readonly strapi: Strapi;
  readonly checkEntry: CheckEntry;
  readonly experiences: ExperienceService;
  readonly variants: VariantService;
  readonly contents: ContentService;
}

const INPUT = z.strictObject({
  name: nameInput,
  experience: codeReference.optional(),
  experienceName: nameInput.optional(),
  selection: z.enum(['relevance', 'split', 'adaptive']).optional(),
  audiences: codeReferences.optional(),
  interests: z
    .array(z.strictObject({ tag: codeReference, weight: z.number().int().min(1).max(100) }))
    .max(LIMITS.entryTargets)
    .optional(),
  locale: z.string().min(1).max(32).optional(),
  copyComponents: z.boolean().optional(),
});

type Input = z.output<typeof INPUT>;

/** Makes the service. */
export function createEntryVariantService(parts: EntryVariantServiceParts): EntryVariantService {
  const { strapi, checkEntry, experiences, variants, contents } = parts;

  const openExperience = async (code: string): Promise<ExperienceRecord> => {
    const experience = await experiences.findOne(code);
    if (experience.status !== 'ended') return experience;
    throw new Problem({
      status: 409,
      code: 'experience-ended',
      message: `“${experience.name}” has ended; choose one that has not, or make a new one.`,
    });
  };

  const newExperience = (entry: BaseEntryRef, input: Input): Promise<ExperienceRecord> => {
    const { name, experienceName = name, selection = 'relevance', audiences = [] } = input;
    return experiences.create({
      name: experienceName,
      selection,
      audiences: selection === 'relevance' ? [] : audiences,
      entries: [entry],
    });
  };

  const addVariant = async (experience: ExperienceRecord, input: Input): Promise<VariantRecord> => {
    const { code, selection, status } = experience;
    const { name, audiences = [], interests = [] } = input;
    const enabled = status !== 'running';
    const fields = { name, interests, enabled };
    if (selection === 'relevance') return variants.create(code, { ...fields, audiences });
    const others = (await variants.find(code)).filter((variant) => variant.enabled);
    const share = Math.floor(FULL_SHARE / (others.length + 2));
    const made = await variants.create(code, { ...fields, share });
    if (status === 'draft') await giveWay(code, others, made);
    return made;
  };

  /** Nobody was decided for yet: the shares that the others ask for become what they would have got. */
  const giveWay = async (experience: string, others: readonly VariantRecord[], made: VariantRecord) => {
    const before = sharesOf({ variants: others.map((variant) => ({ ...variant, contents: [] })) });
    // More than all is a mistake that the start will tell.
    if ((before.get(BASE) ?? 0) < 0) return;
    const after = sharesAfterAdding(before, made.code, made.share);
    for (const { code, share } of others) {
      const wanted = after.get(code) ?? share;
      if (wanted !== share) await variants.update(experience, code, { share: wanted });
    }
  };

  return {
    create: (entry, raw, by) =>
      inTransaction(strapi, async () => {
        const input = parseInput(INPUT, raw, 'entry-variant');
        // Two at a time would each forget the other's entry; nothing may be read before.
        if (input.experience !== undefined) await lockRecord(strapi, UID.experience, input.experience);
        await requireEntry(checkEntry, entry);
        const given = input.experience === undefined ? undefined : await openExperience(input.experience);
        const issues = await entryVariantIssues(strapi, entry, input, given);
        if (issues.length > 0) throw invalid('entry-variant', issues);
        const experience = given ?? (await newExperience(entry, input));
        const variant = await addVariant(experience, input);
        const { locale, copyComponents } = input;
        const place = { entry, locale, copyComponents };
        const content = await contents.add(experience.code, variant.code, place, by);
        return {
          experience: experience.code,
          variant: await variants.findOne(experience.code, variant.code),
          content,
        };
      }),
  };
}
