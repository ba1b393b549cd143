import type { PersonalizedType } from '../../../../src/protocol/content-types';
import type { AttentionItem } from '../../../../src/protocol/attention';
import type { TextKey } from '../../translations/en';

/** A place in the panel where something can be done about it. */
export interface Remedy {
  readonly label: TextKey;
  readonly to: string;
}

const CONTENT_MANAGER = '/content-manager';
const at = (path: string, code: string) => `/plugins/contextual/${path}/${encodeURIComponent(code)}`;

/** Where an item can be mended, nearest first. */
export function remediesOf(item: AttentionItem, types: readonly PersonalizedType[]): Remedy[] {
  const { experience, audience, entry, content, code } = item;
  const remedies: Remedy[] = [];
  if (content?.documentId) {
    remedies.push({
      label: 'attention.open.content',
      to: `${CONTENT_MANAGER}/collection-types/${content.contentType}/${content.documentId}`,
    });
  } else if (content && code === 'content-orphaned') {
    remedies.push({
      label: 'attention.open.contents',
      to: `${CONTENT_MANAGER}/collection-types/${content.contentType}`,
    });
  }
  if (audience && code === 'audience-invalid') {
    remedies.push({ label: 'attention.open.audience', to: at('audiences', audience.code) });
  }
  if (experience)
    remedies.push({ label: 'attention.open.experience', to: at('experiences', experience.code) });
  if (entry && code !== 'entry-gone' && code !== 'type-gone') {
    const single = types.find(({ contentType }) => contentType === entry.contentType)?.kind === 'singleType';
    remedies.push({
      label: 'attention.open.entry',
      to: single
        ? `${CONTENT_MANAGER}/single-types/${entry.contentType}`
        : `${CONTENT_MANAGER}/collection-types/${entry.contentType}/${entry.documentId}`,
    });
  }
  return remedies;
}

/** What people call the content type of an item; its uid where that is all there is. */
export function typeName(uid: string | undefined, types: readonly PersonalizedType[]): string {
  const type = types.find(
    ({ contentType, variantContentType }) => contentType === uid || variantContentType === uid,
  );
  return type?.displayName ?? uid ?? '';
}
