import { buildSync } from 'esbuild';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Root of the repository. */
export const REPOSITORY = path.resolve(__dirname, '../..');

/**
 * Folder that the test host loads the plugin from: the built package when `CONTEXTUAL_BUILT` is set
 * (`npm test` builds first), otherwise the sources of this moment, bundled in a blink.
 */
export function pluginUnderTest(): string {
  if (process.env.CONTEXTUAL_BUILT) {
    if (existsSync(path.join(REPOSITORY, 'dist/server/index.js'))) return REPOSITORY;
    throw new Error('CONTEXTUAL_BUILT is set but dist/ is missing. Run "npm run build" first.');
  }
  const folder = path.join(REPOSITORY, '.tmp/plugins', `${process.pid}`);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(REPOSITORY, 'package.json'), path.join(folder, 'package.json'));
  buildSync({
    entryPoints: [path.join(REPOSITORY, 'server/src/index.ts')],
    outfile: path.join(folder, 'dist/server/index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return folder;
}
