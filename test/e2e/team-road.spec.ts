import { test } from './harness';
import { networkDrive } from './support/team-places';
import { walkTheRoad } from './support/team-road';

test('two programs and one folder, from 60 records each to the same pooling sheet', async ({ launch }) => {
  test.setTimeout(420_000);
  await walkTheRoad(launch, networkDrive());
});
