/** The panel's languages: Strapi offers English alone unless the project names others. */
export default {
  config: { locales: ['de'] },
  bootstrap() {},
};
