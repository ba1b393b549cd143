// `npm run bench`, `npm run fuzz` and `npm run simulate`: bundles the TypeScript once, then runs it in a fresh process.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRIES = { bench: 'main.ts', fuzz: 'exactness/main.ts', simulate: 'simulate/main.ts' };

const [name = 'bench', ...rest] = process.argv.slice(2);
const entry = ENTRIES[name];
if (entry === undefined) throw new Error(`Unknown: ${name}. One of ${Object.keys(ENTRIES).join(', ')}.`);

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}.tmp/bench`, { recursive: true });
const outfile = `${root}.tmp/bench/${name}.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: [`bench/${entry}`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Peers run as they are installed. GrowthBook alone is bundled: its modules read `process.env` at every log call,
  // which its own production bundle does not, and which would make it 1.4 times slower than it is in a browser.
  plugins: [
    {
      name: 'packages-as-installed',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@growthbook/') ? undefined : { external: true },
        ),
    },
  ],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});

// `gc` between samples, so that one evaluator does not pay for the garbage of another.
const { status, signal } = spawnSync(process.execPath, ['--expose-gc', outfile, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
if (signal !== null) console.error(`Ended by ${signal}`);
process.exit(status ?? 1);
