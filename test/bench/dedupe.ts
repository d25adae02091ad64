import {
  findDuplicates,
  HeldOnce,
  normalise,
  type Citation,
  type NormalCitation,
} from '@shared/deduplication';
import { inventDuplicates } from './generate-duplicates';
import { compare, type BenchReport } from './measure';

const sizes = [10_000, 25_000, 100_000] as const;

/** Finding duplicates among records with known copies and hard negatives, against normalising the same records. */
export function benchDedupe(): BenchReport[] {
  return sizes.map((count) => {
    const { records } = inventDuplicates(count);
    const { groups, probable } = findDuplicates(records);
    const copies = groups.reduce((sum, group) => sum + group.length - 1, 0);
    const yardstick = 'normalise every record';
    const told = [records.length, copies, probable.length].map((value) => value.toLocaleString('en'));
    return compare(
      `${told[0]} records: ${told[1]} copies certain, ${told[2]} pairs to look at`,
      [
        { what: yardstick, run: () => normalisedAll(records) },
        { what: 'find duplicates', against: yardstick, run: () => findDuplicates(records) },
      ],
      count > 50_000 ? 1 : 3,
    );
  });
}

function normalisedAll(records: readonly Citation[]): readonly NormalCitation[] {
  const heldOnce = new HeldOnce();
  return records.map((record) => normalise(record, heldOnce));
}
