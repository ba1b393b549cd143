import type { PluginConfig } from '../../config/defaults';
import type { Strapi } from '../../strapi';

/** What keys are derived from: the plugin's own secrets, else Strapi's; the first signs. */
export function tokenSecrets(strapi: Strapi, { tokenKeys }: PluginConfig): readonly string[] {
  if (tokenKeys.length > 0) return tokenKeys;
  const keys = strapi.config.get('server.app.keys', []) as string | readonly string[];
  return typeof keys === 'string' ? [keys] : keys;
}
