import { findConflicts } from '../../../../src/decision/conflicts';
import type { Engine } from '../../../../src/manifest/engine';
import type { AttentionItem, NamedRecord } from '../../../../src/protocol/attention';

/** What the running experiences themselves show, without asking the database. */
export const runningItems = (engine: Engine): AttentionItem[] => [
  ...conflictItems(engine),
  ...emptyItems(engine),
  ...invalidItems(engine),
  ...missingAudienceItems(engine),
];

/** Code and name alone. */
export const named = ({ code, name }: NamedRecord): NamedRecord => ({ code, name });

/** One item for all attributes that two experiences both fill in one place. */
function conflictItems({ manifest }: Engine): AttentionItem[] {
  const byCode = new Map(manifest.experiences.map((experience) => [experience.code, experience]));
  const items = new Map<string, AttentionItem & { readonly attributes: readonly string[] }>();
  for (const { contentType, documentId, locale, attribute, experiences } of findConflicts(
    manifest.experiences,
  )) {
    const [first, later] = experiences.map((code) => byCode.get(code));
    if (!first || !later) continue;
    const key = JSON.stringify([experiences, contentType, documentId, locale]);
    const attributes = [...(items.get(key)?.attributes ?? []), attribute];
    items.set(key, {
      code: 'attribute-conflict',
      severity: 'error',
      experience: named(first),
      other: named(later),
      entry: { contentType, documentId },
      ...(locale !== undefined && { locale }),
      attributes,
    });
  }
  return [...items.values()];
}

/** Content that is published and changes nothing. */
const emptyItems = ({ manifest }: Engine): AttentionItem[] =>
  manifest.experiences.flatMap((experience) =>
    experience.variants
      .filter(({ enabled }) => enabled)
      .flatMap((variant) =>
        variant.contents
          .filter(({ fills, empties }) => fills.length + empties.length === 0)
          .map(
            ({ entry, variantContentType, variantDocumentId }): AttentionItem => ({
              code: 'content-empty',
              severity: 'error',
              experience: named(experience),
              variant: named(variant),
              entry: { contentType: entry.contentType, documentId: entry.documentId },
              content: { contentType: variantContentType, documentId: variantDocumentId },
              ...(entry.locale !== undefined && { locale: entry.locale }),
            }),
          ),
      ),
  );

function invalidItems(engine: Engine): AttentionItem[] {
  const inUse = new Set(
    engine.manifest.experiences.flatMap(({ audiences, variants }) => [
      ...audiences,
      ...variants.flatMap((variant) => variant.audiences),
    ]),
  );
  return engine.invalidAudiences.map(({ code, issues }): AttentionItem => {
    const name = engine.manifest.audiences.find((audience) => audience.code === code)?.name ?? code;
    const [first] = issues;
    return {
      code: 'audience-invalid',
      severity: inUse.has(code) ? 'error' : 'warning',
      audience: { code, name },
      ...(first && { detail: first.message }),
    };
  });
}

/** Running experiences, their variants and entries that name an audience which is not there. */
function missingAudienceItems({ manifest }: Engine): AttentionItem[] {
  const known = new Set(manifest.audiences.map(({ code }) => code));
  const missing = (
    codes: readonly string[],
    severity: AttentionItem['severity'],
    of: Partial<AttentionItem>,
  ) =>
    codes
      .filter((code) => !known.has(code))
      .map(
        (code): AttentionItem => ({
          code: 'audience-gone',
          severity,
          audience: { code, name: code },
          ...of,
        }),
      );
  return [
    ...manifest.experiences.flatMap((experience) => [
      ...missing(experience.audiences, 'error', { experience: named(experience) }),
      ...experience.variants
        .filter(({ enabled }) => enabled)
        .flatMap((variant) =>
          missing(variant.audiences, 'error', { experience: named(experience), variant: named(variant) }),
        ),
    ]),
    ...manifest.entries.flatMap(({ contentType, documentId, onlyFor, notFor }) =>
      missing([...onlyFor, ...notFor], 'warning', { entry: { contentType, documentId } }),
    ),
  ];
}
