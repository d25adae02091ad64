import process from 'node:process';
import { runPackage } from './lib/run.mjs';

/** Kills two machines at work on one folder 200 times (or `-- KILLS SEED`) and counts what was lost. Takes minutes. */
const { code } = await runPackage('tsx/dist/cli.mjs', [
  '--tsconfig',
  'tsconfig.base.json',
  'test/campaign/run-crash-campaign.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
