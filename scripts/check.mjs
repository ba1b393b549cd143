// `npm run check`: everything that must hold before a change lands.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['types', 'npm', ['run', 'types']],
  ['lint and arrows', 'npm', ['run', 'lint']],
  ['tests (with build)', 'npm', ['test']],
  ['verify the package', 'npm', ['run', 'verify']],
];

for (const [name, command, args] of STEPS) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
}
console.log('\nAll checks passed.');
