import { z } from '../kernel/schema';
import { assertNever, mayStop, type RecordId, type Work } from '../kernel';
import { fold, type CitationRecord } from '../records';
import { sortInRuns } from './sorted-list';

/**
 * The order in which a coder is offered records. Each coder chooses for themselves; what it is made from (records, a
 * seed) is the same for everybody and says nothing of anybody's votes; `likely` learns from the coder's own votes while
 * the stage is blind (see `readingOf`). One more order is one more member here, one more
 * case in `arrangeReports`, and a name in the texts.
 */
export const ScreeningOrder = z.discriminatedUnion('by', [
  z.object({ by: z.literal('imported') }),
  z.object({ by: z.literal('random'), seed: z.number().int().min(0).max(999_999) }),
  z.object({ by: z.literal('newest') }),
  z.object({ by: z.literal('oldest') }),
  z.object({ by: z.literal('title') }),
  z.object({ by: z.literal('likely') }),
]);
export type ScreeningOrder = z.infer<typeof ScreeningOrder>;

export const asImported: ScreeningOrder = { by: 'imported' };

export type RecordLookup = (id: RecordId) => CitationRecord | undefined;

/**
 * The reports in an order. Reports that lack what the order needs (a year, a title, a rank) come last, as imported.
 * `ranked`: the unread reports, most likely relevant first, as far as they were ranked.
 */
export function* arrangeReports(
  order: ScreeningOrder,
  reports: readonly RecordId[],
  recordOf: RecordLookup,
  ranked: readonly RecordId[] = [],
): Work<readonly RecordId[]> {
  switch (order.by) {
    case 'imported':
      return reports;
    case 'random':
      return yield* sortedBy(reports, (id) => scatter(order.seed, id));
    case 'newest':
      return yield* sortedBy(reports, (id) => recordOf(id)?.year, true);
    case 'oldest':
      return yield* sortedBy(reports, (id) => recordOf(id)?.year);
    case 'title':
      return yield* sortedBy(reports, (id) => titleKey(recordOf(id)?.title));
    case 'likely': {
      const place = new Map(ranked.map((id, at) => [id, at]));
      return yield* sortedBy(reports, (id) => place.get(id));
    }
    default:
      return assertNever(order, 'order');
  }
}

/** Sorted by a key, upwards or downwards; without a key last either way; equals stay as they were. */
export function* sortedBy<T, K extends string | number>(
  list: readonly T[],
  keyOf: (entry: T) => K | undefined,
  descending = false,
): Work<T[]> {
  const keyed: { entry: T; key: K }[] = [];
  const without: T[] = [];
  for (const [turn, entry] of list.entries()) {
    if (mayStop(turn)) yield;
    const key = keyOf(entry);
    if (key === undefined) without.push(entry);
    else keyed.push({ entry, key });
  }
  const way = descending ? -1 : 1;
  const sorted = yield* sortInRuns(keyed, (a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0));
  return [...sorted.map(({ entry }) => entry), ...without];
}

/** A title as it is sorted: without case, accents and what stands before its first letter or digit. */
export function titleKey(title: string | undefined): string | undefined {
  const key = fold(title ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
  return key === '' ? undefined : key;
}

/**
 * A number between 0 and 2³² that depends on the seed and the record alone, so that records imported later fall among
 * the others and move none of them. FNV-1a with the finaliser of MurmurHash3.
 */
function scatter(seed: number, id: RecordId): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${id}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
