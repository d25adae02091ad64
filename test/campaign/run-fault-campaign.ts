import { faultCampaign } from './fault-campaign';

/** `run-fault-campaign.ts ROUNDS SEED` prints a table of what came of every kind of fault; exit 1 when one was not as it must. */
const rounds = Number(process.argv[2] ?? 25);
const seed = Number(process.argv[3] ?? 1);
const report = await faultCampaign(rounds, seed, (line) => console.error(line));
const columns = ['injected', 'atStart', 'byVerify', 'explained', 'repaired', 'notRepairable'] as const;
console.log(`| fault | ${columns.join(' | ')} |\n| --- | ${columns.map(() => '---:').join(' | ')} |`);
for (const kind of report.kinds)
  console.log(`| ${kind.name} | ${columns.map((column) => kind[column]).join(' | ')} |`);
for (const why of report.skipped) console.log(`not tried: ${why}`);
for (const failure of report.failures) console.log(`failed: ${failure}`);
console.log(`${report.lost} acknowledged events lost, ${report.failures.length} failures`);
if (report.failures.length > 0 || report.lost > 0) process.exitCode = 1;
