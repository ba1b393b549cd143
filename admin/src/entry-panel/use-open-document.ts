import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { useParams } from 'react-router-dom';
import { useTypes, type TypeSchema } from '../content-manager/personalized-type';

/** What a side panel stands beside. */
export interface OpenDocument {
  readonly type: TypeSchema;
  /** Undefined while it was never saved, as a clone is before its first save. */
  readonly documentId?: string;
}

/** The document that is open in the edit view; undefined until the Content Manager knows its type. */
export function useOpenDocument({
  model,
  documentId,
  document,
  meta,
}: PanelComponentProps): OpenDocument | undefined {
  // While cloning, the Content Manager hands out the id of the original.
  const cloning = useParams().origin !== undefined;
  const { type } = useTypes(model);
  if (!type) return undefined;
  if (cloning) return { type };
  // A single type has no id in its address, and no document in a language that it was not written in yet.
  const others = meta?.availableLocales as readonly { readonly documentId?: string }[] | undefined;
  return { type, documentId: document?.documentId ?? documentId ?? others?.[0]?.documentId };
}
