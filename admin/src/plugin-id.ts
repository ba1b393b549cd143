/** Id of the plugin; the server half has its own, since the halves never import each other. */
export const PLUGIN_ID = 'contextual';
