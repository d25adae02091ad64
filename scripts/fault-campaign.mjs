import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Damages a review folder and its database in every way known, 25 times (or `-- ROUNDS SEED`), and tells what came of it. Takes minutes. */
const { code } = await runPackage('tsx/dist/cli.mjs', [
  '--tsconfig',
  'tsconfig.base.json',
  'test/campaign/run-fault-campaign.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
