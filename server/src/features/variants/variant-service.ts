import { randomInt } from 'node:crypto';
import { z } from '@strapi/utils';
import { LIMITS } from '../../../../src/foundation/limits';
import { BASE, FULL_SHARE, type Variant } from '../../../../src/model/experience';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  codeInput,
  codeReference,
  codeReferences,
  inTransaction,
  list,
  nameInput,
  numeric,
  parseInput,
  requiredText,
  type Row,
  stampOf,
  updatedAtInput,
  type UsedCodes,
} from '../records';
import { dropContents } from './drop-contents';
import { type ContentFilter, loadContents } from './load-contents';

/** What the service is made of. */
export interface VariantServiceParts {
  readonly strapi: Strapi;
  readonly usedCodes: UsedCodes;
  /**
   * Runs an edit in a transaction, one at a time for each experience, and lets the experience follow it.
   * @throws Problem when the edit would break a running experience; it is undone then.
   */
  readonly editVariants: <T>(experience: string, edit: () => Promise<T>) => Promise<T>;
}

/** The variants of experiences. Codes of experiences and variants are the keys everywhere. */
export interface VariantService {
  /** In the editor's order. @throws Problem 404 `experience-not-found`. */
  find(experience: string): Promise<VariantRecord[]>;
  /** @throws Problem 404 `variant-not-found`. */
  findOne(experience: string, code: string): Promise<VariantRecord>;
  /** @param input a `VariantInput`. @throws Problem 400, 404 `experience-not-found`, 409 `code-taken`. */
  create(experience: string, input: unknown): Promise<VariantRecord>;
  /** @param change a `VariantChange`. @throws Problem 400, 404 `variant-not-found`, 409 `changed-meanwhile`. */
  update(experience: string, code: string, change: unknown): Promise<VariantRecord>;
  /** Removes it with all its content. @throws Problem 404 `variant-not-found`. */
  remove(experience: string, code: string): Promise<VariantRecord>;
  /** Removes all variants of an experience that is being deleted. */
  removeAll(experience: string): Promise<void>;
  /** Variants with their published contents, by code of their experience: what a manifest is built from. */
  withContents(filter?: ContentFilter): Promise<Map<string, Variant[]>>;
}

const INPUT = z.strictObject({
  code: codeInput.refine((code) => code !== BASE, { message: `"${BASE}" is the base entry.` }).optional(),
  name: nameInput,
  order: z.number().int().min(0).max(10_000).optional(),
  enabled: z.boolean().optional(),
  audiences: codeReferences.optional(),
  channels: codeReferences.optional(),
  share: z.number().int().min(0).max(FULL_SHARE).optional(),
  interests: z
    .array(z.strictObject({ tag: codeReference, weight: z.number().int().min(1).max(100) }))
    .max(LIMITS.entryTargets)
    .optional(),
});
const CHANGE = INPUT.omit({ code: true }).partial().extend({ updatedAt: updatedAtInput });

/** Makes the service of variants. */
export function createVariantService(parts: VariantServiceParts): VariantService {
  const { strapi, usedCodes, editVariants } = parts;
  const query = () => strapi.db.query(UID.variant);
  const documents = () => strapi.documents(UID.variant as never) as unknown as Documents;
  const rowsOf = async (experience: string) =>
    (await query().findMany({ where: { experience }, orderBy: [{ order: 'asc' }, { id: 'asc' }] })) as Row[];
  const kindOf = (experience: string) => `variant-of-${experience}`;

  const requireRow = async (experience: string, code: string): Promise<Row> => {
    const row = (await query().findOne({ where: { experience, code } })) as Row | null;
    if (row) return row;
    throw notFound('variant', `The personalization "${experience}" has no variant "${code.slice(0, 64)}".`);
  };
  const requireExperience = async (code: string): Promise<void> => {
    if (await strapi.db.query(UID.experience).findOne({ select: ['id'], where: { code } })) return;
    throw notFound('experience', `There is no personalization with the code "${code.slice(0, 64)}".`);
  };
  const removeRow = async (row: Row): Promise<void> => {
    const { experience, code } = fromRow(row);
    await dropContents(strapi, { experience, variant: code });
    await documents().delete({ documentId: row.documentId });
    await usedCodes.add(kindOf(experience), code);
  };

  return {
    async find(experience) {
      await requireExperience(experience);
      return (await rowsOf(experience)).map(fromRow);
    },
    findOne: async (experience, code) => fromRow(await requireRow(experience, code)),
    create: (experience, input) =>
      editVariants(experience, async () => {
        const { code: given, ...rest } = parseInput(INPUT, input, 'variant');
        await requireExperience(experience);
        const present = (await rowsOf(experience)).map(fromRow);
        if (present.length >= LIMITS.variants) throw tooMany();
        const isTaken = async (code: string) =>
          present.some((variant) => variant.code === code) || usedCodes.has(kindOf(experience), code);
        if (given !== undefined && (await isTaken(given))) throw codeTaken(given);
        const code = given ?? (await drawCode(isTaken));
        const order = rest.order ?? Math.max(-1, ...present.map((variant) => variant.order)) + 1;
        await documents().create({ data: { ...DEFAULTS, ...rest, order, code, experience } });
        return fromRow(await requireRow(experience, code));
      }),
    update: (experience, code, change) =>
      editVariants(experience, async () => {
        const { updatedAt, ...data } = parseInput(CHANGE, change, 'variant');
        const row = await requireRow(experience, code);
        if (updatedAt !== undefined && updatedAt !== fromRow(row).updatedAt) throw changedMeanwhile();
        await documents().update({ documentId: row.documentId, data });
        return fromRow(await requireRow(experience, code));
      }),
    remove: (experience, code) =>
      editVariants(experience, async () => {
        const row = await requireRow(experience, code);
        await removeRow(row);
        return fromRow(row);
      }),
    removeAll: (experience) =>
      inTransaction(strapi, async () => {
        for (const row of await rowsOf(experience)) await removeRow(row);
      }),
    withContents: (filter) => withContents(strapi, filter),
  };
}

async function withContents(strapi: Strapi, filter: ContentFilter = {}): Promise<Map<string, Variant[]>> {
  const rows = (await strapi.db.query(UID.variant).findMany({
    where: filter.experiences ? { experience: { $in: filter.experiences } } : {},
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  })) as Row[];
  const contents = new Map<string, Variant['contents'][number][]>();
  const keyOf = (experience: string, variant: string) => `${experience}/${variant}`;
  for (const { experience, variant, content } of await loadContents(strapi, filter)) {
    const key = keyOf(experience, variant);
    contents.set(key, [...(contents.get(key) ?? []), content]);
  }
  const variants = new Map<string, Variant[]>();
  for (const row of rows) {
    const { experience, createdAt: _created, updatedAt: _updated, ...variant } = fromRow(row);
    const loaded = { ...variant, contents: contents.get(keyOf(experience, variant.code)) ?? [] };
    variants.set(experience, [...(variants.get(experience) ?? []), loaded]);
  }
  return variants;
}

const DEFAULTS = { enabled: true, audiences: [], channels: [], share: 0, interests: [] };

const fromRow = (row: Row): VariantRecord => ({
  ...stampOf(row),
  experience: requiredText(row, 'experience'),
  name: requiredText(row, 'name'),
  order: numeric(row, 'order') ?? 0,
  enabled: row.enabled !== false,
  audiences: list(row, 'audiences'),
  channels: list(row, 'channels'),
  share: numeric(row, 'share') ?? 0,
  interests: list(row, 'interests'),
});

/** No vowels and no look-alikes: short codes shall be neither words nor misread. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';

async function drawCode(isTaken: (code: string) => Promise<boolean>): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    if (!(await isTaken(code))) return code;
  }
}

/** What we use of Strapi's document service. */
interface Documents {
  create(params: { data: object }): Promise<unknown>;
  update(params: { documentId: string; data: object }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
}

const notFound = (kind: string, message: string) =>
  new Problem({ status: 404, code: `${kind}-not-found`, message });

const codeTaken = (code: string) =>
  new Problem({
    status: 409,
    code: 'code-taken',
    message: `This personalization has, or had, a variant with the code "${code}"; choose another.`,
  });

const tooMany = () =>
  new Problem({
    status: 409,
    code: 'too-many-variants',
    message: `A personalization has at most ${LIMITS.variants} variants; remove one first.`,
  });

const changedMeanwhile = () =>
  new Problem({
    status: 409,
    code: 'changed-meanwhile',
    message: 'Somebody changed this variant after you opened it; load it again and repeat your change.',
  });
