import { defaultConfig } from './defaults';
import { validateConfig } from './validate';

/** The plugin's configuration as Strapi loads it: defaults below, `config/plugins` over them. */
export const config = { default: () => ({ ...defaultConfig }), validator: validateConfig };
