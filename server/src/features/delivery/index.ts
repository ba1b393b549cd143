export { deliveryMiddleware, type DeliveryParts } from './document-middleware';
export { grantPublicOnce } from './grant-public-once';
export { layVariants } from './lay-variants';
export { outermostMiddleware } from './outermost-middleware';
export { declareQueryParameters } from './query-parameters';
export { requestMiddleware } from './request-middleware';
export { createPathMatcher } from './route-matcher';
export { createSignsUrls } from './signs-urls';
export { createVariantDocumentCache, type VariantDocumentCache } from './variant-document-cache';
