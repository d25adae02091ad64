import { crashCampaign } from './crash-campaign';

/** `run-crash-campaign.ts KILLS SEED` prints what came of it as JSON; exit 1 when anything was lost. */
const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 1);
const report = await crashCampaign(kills, seed, (line) => console.error(line));
console.log(JSON.stringify(report, null, 1));
if (report.lost > 0 || report.apart > 0 || report.problems.length > 0) process.exitCode = 1;
