import type { AuthorId, RecordId } from '../kernel';
import type { PilotGate } from '../protocol';
import { tableOfRatings, twoRaterAgreement } from '../reconciliation';
import { originalVote, pilotProgress, type ScreeningContext, type SignedVote, type Vote } from '../screening';

/** Agreement of two coders on the pilot; null where it is not defined or nothing was voted by both. */
export type PilotPair = {
  readonly first: AuthorId;
  readonly second: AuthorId;
  readonly both: number;
  /** Share of equal directions, 0 to 1. */
  readonly agreed: number | null;
  readonly kappa: number | null;
};

export type PilotReport = {
  readonly progress: ReadonlyMap<AuthorId, number>;
  readonly size: number;
  readonly pairs: readonly PilotPair[];
  /** Records on which directions differ, with every vote. */
  readonly differing: readonly { readonly recordId: RecordId; readonly votes: readonly SignedVote[] }[];
  /** Whether every pair reaches what the protocol asks for; null where it asks for nothing or votes are missing. */
  readonly gateMet: boolean | null;
};

const directions = ['include', 'exclude'] as const;

/** Include and maybe both send a record on. */
const directionOf = (vote: Vote): (typeof directions)[number] => (vote === 'exclude' ? 'exclude' : 'include');

/** How the pilot went; undefined where there is none. Not for somebody who is blind. */
export function pilotReport(context: ScreeningContext, gate: PilotGate | undefined): PilotReport | undefined {
  const { pilot } = context;
  if (!pilot) return undefined;
  const votes = [...pilot.records].map((recordId) => ({
    recordId,
    votes: pilot.coders.flatMap(
      (coder) => originalVote(context, 'title-abstract', context.membersOf(recordId), coder) ?? [],
    ),
  }));
  const pairs = pilot.coders.flatMap((first, index) =>
    pilot.coders.slice(index + 1).map((second) => pairOf(first, second, votes)),
  );
  const progress = pilotProgress(context, pilot);
  const complete = [...progress.values()].every((done) => done === pilot.records.size);
  return {
    progress,
    size: pilot.records.size,
    pairs,
    differing: votes.filter(
      (record) => new Set(record.votes.map((vote) => directionOf(vote.body.vote))).size > 1,
    ),
    gateMet: gate === undefined || !complete ? null : pairs.every((pair) => meets(pair, gate)),
  };
}

function pairOf(
  first: AuthorId,
  second: AuthorId,
  records: readonly { readonly votes: readonly SignedVote[] }[],
): PilotPair {
  const rated = records.flatMap(({ votes }) => {
    const one = votes.find((vote) => vote.authorId === first);
    const other = votes.find((vote) => vote.authorId === second);
    return one && other ? [[directionOf(one.body.vote), directionOf(other.body.vote)] as const] : [];
  });
  const { table } = tableOfRatings(
    directions,
    rated.map(([one]) => one),
    rated.map(([, other]) => other),
  );
  const { n, percentAgreement, kappa } = twoRaterAgreement(table, false);
  return { first, second, both: n, agreed: percentAgreement, kappa: kappa.value };
}

/** Kappa is not defined where both always voted the same; then the percentage alone decides. */
const meets = ({ agreed, kappa }: PilotPair, { minKappa, minPercent }: PilotGate): boolean =>
  (minPercent === null || (agreed !== null && agreed * 100 >= minPercent)) &&
  (minKappa === null || (kappa === null ? agreed === 1 : kappa >= minKappa));
