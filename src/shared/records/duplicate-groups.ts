import { mayStop, type AuthorId, type EventId, type RecordId, type Work } from '../kernel';
import { areApart, pairVerdicts } from './pair-verdicts';
import type { DuplicateDecision, RecordsSlice } from './slice';

/** Who or what made two records one: a person's word, or a rule (`why` names it). */
export type JoinedBy =
  | { readonly by: 'person'; readonly authorId: AuthorId; readonly eventId: EventId }
  | { readonly by: 'rule'; readonly why: string; readonly eventId: EventId };

/** Two records that made one group of two; a group of n rests on n - 1 of them. */
export type Join = { readonly a: RecordId; readonly b: RecordId; readonly joinedBy: JoinedBy };

/**
 * Duplicate groups as they stand: what rules found, corrected by what people decided. A person's word outranks a rule,
 * a later word an earlier one.
 *
 * `leadOf` gives for every grouped record the record that stands for its group (the one a person chose, else the first
 * in import order); `groups` gives the members, lead first, then in import order; `joins` what each group rests on, by
 * lead. Records in no group are in none of them.
 */
export type DuplicateGroups = {
  readonly leadOf: ReadonlyMap<RecordId, RecordId>;
  readonly groups: ReadonlyMap<RecordId, readonly RecordId[]>;
  readonly joins: ReadonlyMap<RecordId, readonly Join[]>;
};

type Cluster = { readonly members: RecordId[]; readonly joins: Join[] };

export function* duplicateGroups(
  slice: RecordsSlice,
  importOrder: ReadonlyMap<RecordId, unknown>,
): Work<DuplicateGroups> {
  const verdicts = pairVerdicts(slice.decisions);
  const position = new Map<RecordId, number>();
  for (const id of importOrder.keys()) {
    position.set(id, position.size);
    if (mayStop(position.size)) yield;
  }

  const clusters = new Map<RecordId, Cluster>();
  const clusterOf = (id: RecordId): Cluster => {
    let cluster = clusters.get(id);
    if (!cluster) {
      cluster = { members: [id], joins: [] };
      clusters.set(id, cluster);
    }
    return cluster;
  };
  /** Two clusters join unless somebody said that a record of one is not the same as a record of the other. */
  const join = (a: RecordId, b: RecordId, joinedBy: JoinedBy): void => {
    const left = clusterOf(a);
    const right = clusterOf(b);
    if (left === right || areApart(verdicts, left.members, right.members)) return;
    const [big, small] = left.members.length >= right.members.length ? [left, right] : [right, left];
    big.members.push(...small.members);
    big.joins.push(...small.joins, { a, b, joinedBy });
    for (const id of small.members) clusters.set(id, big);
  };

  for (const { a, b, said } of verdicts.same) {
    if (position.has(a) && position.has(b))
      join(a, b, { by: 'person', authorId: said.authorId, eventId: said.eventId });
  }
  for (const { eventId, found } of slice.rules) {
    for (const [turn, { records, why }] of [...found.groups, ...(found.backing ?? [])].entries()) {
      if (mayStop(turn)) yield;
      const present = records.filter((id) => position.has(id));
      for (const [index, id] of present.entries()) {
        for (const earlier of present.slice(0, index)) join(earlier, id, { by: 'rule', why, eventId });
      }
    }
  }

  const chosen = chosenLeads(slice.decisions);
  const leadOf = new Map<RecordId, RecordId>();
  const groups = new Map<RecordId, readonly RecordId[]>();
  const joins = new Map<RecordId, readonly Join[]>();
  for (const [turn, cluster] of [...new Set(clusters.values())].entries()) {
    if (mayStop(turn)) yield;
    if (cluster.members.length < 2) continue;
    const inOrder = [...cluster.members].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    const lead = leadAmong(inOrder, chosen);
    if (lead === undefined) continue;
    groups.set(lead, [lead, ...inOrder.filter((id) => id !== lead)]);
    joins.set(lead, cluster.joins);
    for (const id of inOrder) leadOf.set(id, lead);
  }
  return { leadOf, groups, joins };
}

/** Record -> how late it was chosen to stand for its group. */
function chosenLeads(decisions: readonly DuplicateDecision[]): ReadonlyMap<RecordId, number> {
  const chosen = new Map<RecordId, number>();
  for (const [order, { decided }] of decisions.entries()) {
    if (decided.verdict === 'same' && decided.lead !== undefined) chosen.set(decided.lead, order);
  }
  return chosen;
}

function leadAmong(
  inOrder: readonly RecordId[],
  chosen: ReadonlyMap<RecordId, number>,
): RecordId | undefined {
  let lead = inOrder[0];
  let latest = -1;
  for (const id of inOrder) {
    const order = chosen.get(id) ?? -1;
    if (order > latest) [lead, latest] = [id, order];
  }
  return lead;
}
