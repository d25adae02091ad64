import { expect, it } from 'vitest';
import { crashCampaign } from './crash-campaign';

it('two machines killed while they work lose nothing they had called saved, and end with the same ledger', async () => {
  const report = await crashCampaign(5, 7, () => undefined);
  expect(report).toMatchObject({ kills: 5, lost: 0, apart: 0, problems: [] });
  expect(report.saved).toBeGreaterThan(10);
  expect(report.shared).toBeGreaterThanOrEqual(report.saved);
});
