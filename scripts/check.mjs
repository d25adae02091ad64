import { runPackage } from './lib/run.mjs';

/** The gate before a commit: types, lint, form, and the rules of the architecture. */
const steps = [
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint', 'oxlint/bin/oxlint', ['--deny-warnings']],
  ['form', 'prettier/bin/prettier.cjs', ['--check', '.']],
  ['architecture', 'vitest/vitest.mjs', ['run', 'test/architecture']],
];
let failed = 0;
for (const [name, entry, args] of steps) {
  console.log(`— ${name}`);
  const { code } = await runPackage(entry, args);
  if (code !== 0) failed += 1;
}
console.log(failed === 0 ? 'All checks hold.' : `${failed} of ${steps.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
