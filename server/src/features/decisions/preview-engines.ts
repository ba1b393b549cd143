import { LRUCache } from 'lru-cache';
import type { Engine } from '../../../../src/manifest/engine';
import { buildManifest } from '../../../../src/manifest/build-manifest';
import { loadManifest } from '../../../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../../../src/manifest/manifest';
import type { Experience, VariantContent } from '../../../../src/model/experience';
import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { contentTypeFacts } from './content-type-facts';
import type { PreviewGrant } from './preview-tokens';

/** Engines that know one experience whatever its status, and no other: others show base in a preview. */
export interface PreviewEngines {
  engineFor(grant: PreviewGrant): Promise<Engine>;
}

/** What preview engines are made of. */
export interface PreviewEnginesParts {
  readonly strapi: Strapi;
  readonly loadRecords: () => Promise<Omit<ManifestRecords, 'version'>>;
  /** Versions of manifest and content, as far as this instance knows: new ones mean new engines. */
  readonly version: () => string;
  readonly manifestVersion: () => number;
}

const KEPT = 50;

export function createPreviewEngines(parts: PreviewEnginesParts): PreviewEngines {
  const engines = new LRUCache<string, Engine>({ max: KEPT });
  return {
    engineFor: async ({ experience, status }) => {
      const key = JSON.stringify([parts.version(), experience, status]);
      const known = engines.get(key);
      if (known) return known;
      const records = await parts.loadRecords();
      const previewed = records.experiences.filter(({ code }) => code === experience);
      const experiences =
        status === 'draft'
          ? await Promise.all(previewed.map((one) => withDrafts(parts.strapi, one)))
          : previewed;
      const version = parts.manifestVersion();
      const engine = loadManifest(
        buildManifest({ ...records, experiences, version }, { preview: experience }),
      );
      engines.set(key, engine);
      return engine;
    },
  };
}

/** A row of the records "variant content". */
interface ContentLink {
  readonly variant: string;
  readonly contentType: string;
  readonly entryDocumentId: string;
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/** The experience with the drafts of its variant content in place of what is published. */
async function withDrafts(strapi: Strapi, experience: Experience): Promise<Experience> {
  const links = (await strapi.db.query(UID.variantContent).findMany({
    where: { experience: experience.code },
  })) as unknown as ContentLink[];
  const contents = new Map<string, VariantContent[]>();
  for (const link of links) {
    contents.set(link.variant, [...(contents.get(link.variant) ?? []), ...(await draftsOf(strapi, link))]);
  }
  return {
    ...experience,
    variants: experience.variants.map((variant) => ({
      ...variant,
      contents: contents.get(variant.code) ?? [],
    })),
  };
}

/** One content for each locale that has a draft; it may fill anything, the overlay looks at what is there. */
async function draftsOf(strapi: Strapi, link: ContentLink): Promise<VariantContent[]> {
  const facts = contentTypeFacts(strapi, link.variantContentType);
  if (!facts) return [];
  const rows = (await strapi.db.query(facts.uid).findMany({
    select: ['id', ...(facts.localized ? ['locale'] : [])],
    where: {
      documentId: link.variantDocumentId,
      ...(facts.draftAndPublish && { publishedAt: { $null: true } }),
    },
  })) as { locale?: string | null }[];
  const fills = Object.keys(facts.attributes).filter((name) => name !== EMPTIES_ATTRIBUTE);
  return rows.map(({ locale }) => ({
    entry: { contentType: link.contentType, documentId: link.entryDocumentId, ...(locale && { locale }) },
    variantContentType: link.variantContentType,
    variantDocumentId: link.variantDocumentId,
    fills,
    empties: [],
  }));
}
