import type { RecordId } from '../kernel';
import type { DuplicateDecision } from './slice';

/** What people said of pairs of records; of one pair the last word counts. */
export type PairVerdicts = {
  /** Pairs that are copies, each with the decision that says so, in the order of the decisions. */
  readonly same: readonly { readonly a: RecordId; readonly b: RecordId; readonly said: DuplicateDecision }[];
  /** Record -> the records it is no copy of; every pair stands under both. */
  readonly different: ReadonlyMap<RecordId, ReadonlySet<RecordId>>;
};

export function pairVerdicts(decisions: readonly DuplicateDecision[]): PairVerdicts {
  const last = new Map<string, DuplicateDecision>();
  for (const said of decisions) eachPairOf(said, (a, b) => last.set(pairKey(a, b), said));
  const same: { a: RecordId; b: RecordId; said: DuplicateDecision }[] = [];
  const different = new Map<RecordId, Set<RecordId>>();
  const keepApart = (a: RecordId, b: RecordId): void => {
    const known = different.get(a);
    if (known) known.add(b);
    else different.set(a, new Set([b]));
  };
  for (const said of decisions) {
    eachPairOf(said, (a, b) => {
      if (last.get(pairKey(a, b)) !== said) return;
      if (said.decided.verdict === 'same') same.push({ a, b, said });
      else {
        keepApart(a, b);
        keepApart(b, a);
      }
    });
  }
  return { same, different };
}

/** Whether a person said of a record on the left that it is no copy of one on the right. */
export function areApart(
  { different }: Pick<PairVerdicts, 'different'>,
  left: readonly RecordId[],
  right: readonly RecordId[],
): boolean {
  if (different.size === 0) return false;
  return left.some((a) => {
    const others = different.get(a);
    return others !== undefined && right.some((b) => others.has(b));
  });
}

const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Every pair a decision speaks of: all of its records, or the one that leaves with each of the others. */
function eachPairOf({ decided }: DuplicateDecision, visit: (a: RecordId, b: RecordId) => void): void {
  const { records, leaving } = decided;
  if (leaving !== undefined && decided.verdict === 'different') {
    for (const other of records) if (other !== leaving) visit(leaving, other);
    return;
  }
  for (const [index, a] of records.entries()) {
    for (const b of records.slice(index + 1)) if (a !== b) visit(a, b);
  }
}
