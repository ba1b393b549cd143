import type { Engine } from '../../../../src/manifest/engine';
import type { PreviewGrant } from './preview-tokens';

/**
 * Was this preview token made for this entry: one of its experience, in its locale? Without `documentId` any
 * entry of the type counts, which is the one entry of a single type.
 * @param engine the preview engine of the grant.
 */
export function covers(
  engine: Engine,
  grant: PreviewGrant,
  entry: { readonly contentType: string; readonly documentId?: unknown; readonly locale?: string },
): boolean {
  if (grant.locale !== undefined && entry.locale !== undefined && grant.locale !== entry.locale) return false;
  const experience = engine.manifest.experiences.find(({ code }) => code === grant.experience);
  return (experience?.entries ?? []).some(
    ({ contentType, documentId }) =>
      contentType === entry.contentType &&
      (entry.documentId === undefined || documentId === entry.documentId),
  );
}
