import type { RecordId } from '../kernel';
import type { RecordsSlice } from './slice';

/**
 * Duplicate groups as they stand: what rules found, corrected by what people decided. A person's word outranks a rule,
 * a later word an earlier one.
 *
 * `leadOf` gives for every grouped record the record that stands for its group (the first in import order);
 * `groups` gives the members in import order, lead first. Records in no group are in neither.
 */
export type DuplicateGroups = {
  readonly leadOf: ReadonlyMap<RecordId, RecordId>;
  readonly groups: ReadonlyMap<RecordId, readonly RecordId[]>;
};

export function duplicateGroups(
  slice: RecordsSlice,
  importOrder: ReadonlyMap<RecordId, unknown>,
): DuplicateGroups {
  const verdicts = new Map<string, 'same' | 'different'>();
  for (const { decided } of slice.decisions) {
    eachPair(decided.records, (a, b) => verdicts.set(pairKey(a, b), decided.verdict));
  }
  const position = new Map<RecordId, number>();
  for (const id of importOrder.keys()) position.set(id, position.size);

  const clusters = new Map<RecordId, RecordId[]>();
  const clusterOf = (id: RecordId): RecordId[] => {
    let cluster = clusters.get(id);
    if (!cluster) {
      cluster = [id];
      clusters.set(id, cluster);
    }
    return cluster;
  };
  /** Two clusters join unless somebody said that a record of one is not the same as a record of the other. */
  const join = (a: RecordId, b: RecordId): void => {
    const left = clusterOf(a);
    const right = clusterOf(b);
    if (left === right) return;
    const forbidden = left.some((x) => right.some((y) => verdicts.get(pairKey(x, y)) === 'different'));
    if (forbidden) return;
    const [big, small] = left.length >= right.length ? [left, right] : [right, left];
    big.push(...small);
    for (const id of small) clusters.set(id, big);
  };

  for (const { decided } of slice.decisions) {
    eachPair(decided.records, (a, b) => {
      if (verdicts.get(pairKey(a, b)) === 'same' && position.has(a) && position.has(b)) join(a, b);
    });
  }
  for (const { found } of slice.rules) {
    for (const { records } of found.groups) {
      const present = records.filter((id) => position.has(id));
      for (const [index, id] of present.entries()) {
        for (const earlier of present.slice(0, index)) join(earlier, id);
      }
    }
  }

  const leadOf = new Map<RecordId, RecordId>();
  const groups = new Map<RecordId, readonly RecordId[]>();
  for (const cluster of new Set(clusters.values())) {
    if (cluster.length < 2) continue;
    const members = [...cluster].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    const lead = members[0];
    if (lead === undefined) continue;
    groups.set(lead, members);
    for (const id of members) leadOf.set(id, lead);
  }
  return { leadOf, groups };
}

const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function eachPair(ids: readonly RecordId[], visit: (a: RecordId, b: RecordId) => void): void {
  for (const [index, a] of ids.entries()) {
    for (const b of ids.slice(index + 1)) visit(a, b);
  }
}
