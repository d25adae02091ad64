import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Damages exports of real programs in 100,000 ways and reads each. Takes minutes; `-- SEED` damages them otherwise. */
const [seed] = process.argv.slice(2);
const { code } = await runPackage(
  'vitest/vitest.mjs',
  ['run', 'test/shared/formats/fuzz-fixtures.test.ts', '--disable-console-intercept'],
  {
    env: {
      ...process.env,
      CONCORD_FUZZ_ROUNDS: '100000',
      ...(seed === undefined ? {} : { CONCORD_FUZZ_SEED: seed }),
    },
  },
);
process.exit(code);
