import { PLUGIN_ID } from './plugin-id';

/** The part of Strapi's admin app that registration uses. */
interface AdminApp {
  registerPlugin(plugin: { id: string; name: string }): void;
}

export default {
  register(app: AdminApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Contextual' });
  },
};
