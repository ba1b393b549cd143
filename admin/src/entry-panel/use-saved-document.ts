import { unstable_useDocument as useDocument, useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

/**
 * The document that the edit view shows, as saved. Asked for with the very words of the Content Manager, so that
 * its answer is taken from the store and nothing is called.
 */
export function useSavedDocument(): Readonly<Record<string, unknown>> | undefined {
  const { slug = '', collectionType = '', id, origin } = useParams();
  const [{ query }] = useQueryParams<{ plugins?: Readonly<Record<string, object>> }>();
  const { plugins = {}, ...plain } = query ?? {};
  const params = Object.assign({}, plain, ...Object.values(plugins)) as object;
  const { document } = useDocument(
    { documentId: origin ?? id, model: slug, collectionType, params },
    { skip: id === 'create' || (!origin && !id) },
  );
  return document;
}
