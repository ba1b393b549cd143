import { readdirSync } from 'node:fs';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The arrows of CONTRIBUTING.md: who may import whom. */
const ZONES = [
  {
    target: './src',
    from: ['./server', './admin', './playground', './tests'],
    message: 'The core knows neither Strapi nor the panel.',
  },
  {
    target: './server',
    from: ['./admin', './playground', './tests'],
    message: 'Server and panel meet in src/protocol only.',
  },
  {
    target: './admin',
    from: ['./server', './playground', './tests'],
    message: 'Panel and server meet in src/protocol only.',
  },
  {
    target: './src/decision',
    from: ['./src/events', './src/reports', './src/learning'],
    message: 'Decisions meet events and reports only as weights inside the manifest.',
  },
  {
    target: './src/foundation',
    from: ['./src/!(foundation)/**'],
    message: 'The foundation knows no domain.',
  },
  { target: './src/model', from: ['./src/!(model|foundation)/**'], message: 'The model is plain types.' },
  {
    target: './src/rules',
    from: ['./src/!(rules|context|model|foundation)/**'],
    message: 'Rules know attributes, nothing else.',
  },
  {
    target: './src/statistics',
    from: ['./src/!(statistics|foundation)/**'],
    message: 'Statistics know numbers, no domain.',
  },
  {
    target: './src/reports',
    from: ['./src/decision', './src/manifest', './src/overlay', './src/rules'],
    message: 'Reports read rollups only.',
  },
  {
    target: './src/learning',
    from: ['./src/!(learning|statistics|model|foundation)/**'],
    message: 'Learning knows statistics, nothing of events, decisions or reports.',
  },
];

/** Server features meet through their index.ts only. */
const FEATURES = readdirSync(new URL('server/src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const FEATURE_ZONES = FEATURES.map((feature) => ({
  target: `./server/src/features/${feature}`,
  from: `./server/src/features/!(${feature})/!(index).ts`,
  message: 'Another feature is used through its index.ts.',
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.tmp/**',
      '**/.cache/**',
      '**/build/**',
      'playground/types/**',
      'playground/public/**',
      'playground/.strapi/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: ['server', 'admin', 'tests'] }),
        createNodeResolver(),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...ZONES, ...FEATURE_ZONES] }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/client/**', 'src/react/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', '@strapi/*', 'react', 'react-*', 'koa'],
              message: 'The core runs anywhere: no Strapi, React or Node.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'window',
        'document',
        'Buffer',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'server/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='RegExp']",
          message: 'No regular expression is built from input.',
        },
        {
          selector: "CallExpression[callee.name='RegExp']",
          message: 'No regular expression is built from input.',
        },
      ],
    },
  },
  {
    files: ['server/**/*.ts', 'tests/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./server/tsconfig.json', './tests/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
