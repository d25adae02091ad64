import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appIdentity, AuthorId, createHybridClock, DeviceId, ReviewId } from '@shared/kernel';
import { createLogWriter, emptyHead, type LedgerLine } from '@shared/ledger';
import { ReviewDatabase } from '../../../src/renderer/storage/review-database';

const key = { authorId: AuthorId.parse('anna'), deviceId: DeviceId.parse('laptop0001') };
const length = 2_300;
let databases = 0;

/** A log of so many events, as its writer leaves it. */
function logOf(count: number): readonly LedgerLine[] {
  const writer = createLogWriter(ReviewId.parse('stored'), key, emptyHead, createHybridClock(key.deviceId));
  return writer.seal(
    Array.from({ length: count }, (_, index) => ({ kind: 'anything', version: 1, index })),
    1_700_000_000_000,
  );
}

const log = logOf(length);

describe('the logs of a review in the database', () => {
  test('come back as they were, in whatever parts they came and whichever came twice or late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: length - 1 }), { maxLength: 8 }),
        fc.infiniteStream(fc.constantFrom('now', 'now', 'now', 'twice', 'late')),
        async (cuts, whens) => {
          databases += 1;
          const reviewId = ReviewId.parse(`stored-${databases}`);
          const database = new ReviewDatabase(reviewId);
          const at = [0, ...cuts.sort((a, b) => a - b), length];
          const parts = at.slice(0, -1).map((from, index) => log.slice(from, at[index + 1]));
          const late: (readonly LedgerLine[])[] = [];
          for (const part of parts) {
            const when = whens.next().value;
            if (when === 'late') late.push(part);
            else await database.append(key, part);
            if (when === 'twice') await database.append(key, part);
          }
          for (const part of late) await database.append(key, part);
          const [stored, ...others] = await database.readLogs();
          expect(others).toEqual([]);
          expect(stored?.lines).toEqual(log.map(({ line }) => line));
          expect(stored?.lastHash).toBe(log.at(-1)?.hash);
          await database.destroy();
        },
      ),
      { numRuns: 15 },
    );
  });

  test('stand in segments of 500 with a short tail, also where many lines come at once', async () => {
    const reviewId = ReviewId.parse('stored-at-once');
    const database = new ReviewDatabase(reviewId);
    await database.append(key, log.slice(0, 120));
    await database.append(key, log.slice(120));
    const raw = await new Dexie(`${appIdentity.databasePrefix}${reviewId}`).open();
    expect(await raw.table('segments').toCollection().primaryKeys()).toEqual(
      [1, 501, 1_001, 1_501].map((first) => [key.authorId, key.deviceId, first]),
    );
    expect(await raw.table('tail').count()).toBe(300);
    raw.close();
    await database.destroy();
  });
});
