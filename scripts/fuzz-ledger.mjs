import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Feeds the readers of ledger, folder, messages and bundles with at least 100,000 damaged and random inputs. Takes minutes. */
const runs = process.argv[2] ?? '20000';
const { code } = await runPackage(
  'vitest/vitest.mjs',
  ['run', 'test/fuzz', '--testTimeout=3600000', '--disable-console-intercept'],
  { env: { ...process.env, CONCORD_FUZZ_RUNS: runs } },
);
process.exit(code);
