import { test } from '../e2e/harness';
import { syncedFolders } from '../e2e/support/team-places';
import { walkTheRoad } from '../e2e/support/team-road';
import { findSyncthing, SyncthingPair } from '../support/syncthing';

test('two programs and two Syncthing peers, from 60 records each to the same pooling sheet', async ({
  launch,
}) => {
  test.setTimeout(420_000);
  const binary = findSyncthing();
  if (binary === null)
    throw new Error('syncthing is not installed: start this with "npm run test:syncthing"');
  const pair = await SyncthingPair.start(binary);
  try {
    await walkTheRoad(launch, syncedFolders(pair));
  } finally {
    await pair.stop();
  }
});
