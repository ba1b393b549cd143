export { TargetingPanel } from './targeting-panel';
export { VariantContentPanel } from './variant-content-panel';
export { VariantsPanel } from './variants-panel';
