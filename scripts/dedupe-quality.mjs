import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Prints, for every labelled set in ../shared/fixtures/dedupe, what the rules find beside what must hold. */
const { code } = await runPackage(
  'vitest/vitest.mjs',
  ['run', 'test/shared/deduplication/reference-sets.test.ts', '--disable-console-intercept'],
  { env: { ...process.env, CONCORD_TABLE: '1' } },
);
process.exit(code);
