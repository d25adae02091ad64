import { expect, it } from 'vitest';
import { faultCampaign } from './fault-campaign';

it('every kind of fault of disk, folder and database is found, said, and repaired where a second copy exists', async () => {
  const report = await faultCampaign(1, 5, () => undefined);
  for (const why of report.skipped) console.log(`Not tried on this system: ${why}`);
  expect(report.failures).toEqual([]);
  expect(report.lost).toBe(0);
  const tried = report.kinds.filter(({ injected }) => injected > 0);
  expect(tried.length + report.skipped.length).toBe(report.kinds.length);
  for (const kind of tried) {
    expect(kind.atStart, kind.name).toBe(kind.injected);
    expect(kind.explained, kind.name).toBe(kind.injected);
    expect(kind.repaired + kind.notRepairable, kind.name).toBe(kind.injected);
  }
});
