/** A content type that has variants, as the panel needs to know it. */
export interface PersonalizedType {
  readonly contentType: string;
  /** As its makers call it. */
  readonly displayName: string;
  readonly kind: 'collectionType' | 'singleType';
  /** Content type of its variant content. */
  readonly variantContentType: string;
  /** Attribute whose value names an entry; absent where entries have none, as in most single types. */
  readonly mainField?: string;
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
  /** Attributes that variants may fill. */
  readonly variable: readonly string[];
}

/** GET /contextual/content-types — by name. */
export interface PersonalizedTypeListResponse {
  readonly data: readonly PersonalizedType[];
}
