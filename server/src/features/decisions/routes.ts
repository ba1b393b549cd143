import { PLUGIN_ID } from '../../constants';
import { adminRoute, contentApiRoute } from '../../http/routes';

/** Ends in `find`, so that read-only API tokens pass. */
const scope = [`plugin::${PLUGIN_ID}.decision.find`];

/** The public API of decisions. */
export const decisionRoutes = [
  contentApiRoute('POST', '/decide', 'decision.find', { scope }),
  contentApiRoute('GET', '/scope', 'decision.scope', { scope }),
];

/** The panel's API of preview tokens; a POST, because a GET must change nothing and links leak. */
export const previewRoutes = [
  adminRoute('POST', '/preview-tokens', 'preview-token.create', 'preview.create'),
];
