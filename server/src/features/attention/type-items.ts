import type { AttentionItem } from '../../../../src/protocol/attention';
import type { Strapi } from '../../strapi';
import { type LinkedType, siblingByUid } from '../variants';
import type { EntriesOf } from './entry-items';

/** Content types that have variants, and are switched off or gone. */
export function typeItems(
  strapi: Strapi,
  linked: readonly LinkedType[],
  living: readonly EntriesOf[],
): AttentionItem[] {
  const running = new Set(living.filter(({ status }) => status === 'running').map(({ code }) => code));
  return linked
    .filter(({ variantContentType }) => !siblingByUid(strapi, variantContentType))
    .map(({ contentType, variantContentType, experiences, count }) => ({
      code: Object.hasOwn(strapi.contentTypes, contentType) ? 'type-off' : 'type-gone',
      severity: experiences.some((code) => running.has(code)) ? 'error' : 'warning',
      contentType,
      content: { contentType: variantContentType },
      count,
    }));
}
