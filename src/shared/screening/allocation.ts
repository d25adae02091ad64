import { doAtOnce, type AuthorId, type RecordId } from '../kernel';
import { arrangeReports } from './order';
import type { WorkAllocated } from './work-events';

/** Who is to vote on what. A record that is not in it is open to everybody. */
export type Allocation = {
  readonly coders: ReadonlyMap<RecordId, ReadonlySet<AuthorId>>;
  readonly seniors: ReadonlySet<AuthorId>;
  readonly oneSenior: boolean;
};

type Person = WorkAllocated['people'][number];

/**
 * Shares reports out: in an order drawn from the seed each goes to those `needed` people who are furthest behind their
 * share, within their limits, one of them a senior where that is asked. It knows nothing of votes. Whom the limits leave
 * short of `needed` people, a record stays open to all of them.
 */
export function allocate(
  { seed, people, oneSenior }: Pick<WorkAllocated, 'seed' | 'people' | 'oneSenior'>,
  reports: readonly RecordId[],
  needed: number,
): Allocation {
  const able = people.filter((person) => person.share > 0);
  const given = new Map<AuthorId, number>(able.map(({ coder }) => [coder, 0]));
  const coders = new Map<RecordId, ReadonlySet<AuthorId>>();
  const burden = ({ coder, share }: Person): number => ((given.get(coder) ?? 0) + 1) / share;
  const hasRoom = ({ coder, most }: Person): boolean => most === null || (given.get(coder) ?? 0) < most;
  const byBurden = (a: Person, b: Person): number => burden(a) - burden(b) || (a.coder < b.coder ? -1 : 1);
  if (able.length > 0) {
    for (const id of doAtOnce(arrangeReports({ by: 'random', seed }, reports, () => undefined))) {
      const free = able.filter(hasRoom).sort(byBurden);
      if (free.length < needed) continue;
      const chosen = free.slice(0, needed);
      const senior = free.find((person) => person.senior);
      if (oneSenior && senior && !chosen.some((person) => person.senior)) chosen[needed - 1] = senior;
      for (const { coder } of chosen) given.set(coder, (given.get(coder) ?? 0) + 1);
      coders.set(id, new Set(chosen.map(({ coder }) => coder)));
    }
  }
  return {
    coders,
    seniors: new Set(able.filter((person) => person.senior).map(({ coder }) => coder)),
    oneSenior,
  };
}

/**
 * Whether a record is offered to a coder who has not voted on it. Where a senior is asked for and none has voted, the
 * last vote is kept for one.
 */
export function isOffered(
  allocation: Allocation | undefined,
  recordId: RecordId,
  coder: AuthorId,
  voters: readonly AuthorId[],
  needed: number,
): boolean {
  if (voters.length >= needed) return false;
  if (allocation === undefined) return true;
  const { coders, seniors, oneSenior } = allocation;
  const asked = coders.get(recordId);
  if (asked && !asked.has(coder)) return false;
  if (!oneSenior || seniors.size === 0 || seniors.has(coder)) return true;
  return voters.length < needed - 1 || voters.some((voter) => seniors.has(voter));
}
