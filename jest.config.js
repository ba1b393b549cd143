/** Pure tests run in parallel; suites that boot Strapi run one by one (one Strapi per process). */
const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@date-fns)/)'],
  modulePathIgnorePatterns: ['<rootDir>/.tmp', '<rootDir>/dist', '<rootDir>/playground/(build|dist)'],
};

module.exports = {
  testTimeout: 180_000,
  projects: [
    {
      ...base,
      displayName: 'core',
      roots: ['<rootDir>/tests'],
      testMatch: ['<rootDir>/tests/{src,admin,properties,conformance,statistics,storefront}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'strapi',
      roots: ['<rootDir>/tests'],
      testMatch: ['<rootDir>/tests/{server,api}/**/*.test.ts'],
    },
    // What needs a registry, servers or a browser runs in .ci/run only.
    ...['package', 'databases', 'browser'].map((name) => ({
      ...base,
      displayName: name,
      roots: ['<rootDir>/tests'],
      testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
    })),
  ],
};
