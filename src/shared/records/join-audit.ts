import { hashText, type EventId, type RecordId } from '../kernel';
import type { DuplicateGroups, Join } from './duplicate-groups';
import type { RecordPair } from './events';
import type { JoinSample, RecordsSlice } from './slice';

/** The joins that rules made and that stand, in order of their records. */
export const ruleJoins = ({ joins }: Pick<DuplicateGroups, 'joins'>): Join[] =>
  [...joins.values()]
    .flat()
    .filter(({ joinedBy }) => joinedBy.by === 'rule')
    .sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));

/** `size` joins at random, the same for the same seed: those whose hash with the seed comes first. */
export function drawJoins(joins: readonly Join[], size: number, seed: string): RecordPair[] {
  return joins
    .map(({ a, b }) => ({ pair: [a, b] satisfies RecordPair, rank: hashText(`${seed} ${a} ${b}`) }))
    .sort((x, y) => (x.rank < y.rank ? -1 : 1))
    .slice(0, size)
    .map(({ pair }) => pair);
}

/** A sample of joins and what people found on looking at them. */
export type JoinAudit = {
  readonly sample: JoinSample;
  /** In the order drawn; `verdict` null where nobody has looked, else the last word. */
  readonly checks: readonly {
    readonly records: RecordPair;
    readonly verdict: 'right' | 'wrong' | null;
    readonly eventId: EventId | undefined;
  }[];
  readonly checked: number;
  readonly right: number;
};

/** The samples drawn, the latest last. */
export function joinAudits(slice: Pick<RecordsSlice, 'joinSamples' | 'joinChecks'>): JoinAudit[] {
  return slice.joinSamples.map((sample) => {
    const said = new Map(
      slice.joinChecks
        .filter(({ checked }) => checked.sample === sample.eventId)
        .map((check) => [keyOf(check.checked.records), check]),
    );
    const checks = sample.drawn.pairs.map((records) => {
      const check = said.get(keyOf(records));
      return { records, verdict: check?.checked.verdict ?? null, eventId: check?.eventId };
    });
    return {
      sample,
      checks,
      checked: checks.filter(({ verdict }) => verdict !== null).length,
      right: checks.filter(({ verdict }) => verdict === 'right').length,
    };
  });
}

const keyOf = ([a, b]: readonly [RecordId, RecordId]): string => `${a} ${b}`;
