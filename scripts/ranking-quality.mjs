import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Simulates screening of all four published sets, five seeds each, against the reference. Takes minutes. */
const { code } = await runPackage(
  'vitest/vitest.mjs',
  ['run', 'test/shared/ranking/published-sets.test.ts', '--disable-console-intercept'],
  { env: { ...process.env, CONCORD_ALL_SETS: '1' } },
);
process.exit(code);
