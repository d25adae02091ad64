import { mayStop, type AuthorId, type LocalId, type RecordId, type Work } from '../kernel';
import { countedReason, CriterionAnswer, type Protocol } from '../protocol';
import {
  countsOfRatings,
  severalRaterAgreement,
  twoRaterAgreement,
  type SeveralRaterAgreement,
  type TwoRaterAgreement,
} from '../reconciliation';
import { originalVote, type ScreeningContext, type ScreeningStage, type SignedVote } from '../screening';
import { agreementByWeek, type AgreementWeek, type Drift, driftOf } from './agreement-weeks';

/** What is compared: the votes, the answers to one criterion, or the reasons where both exclude. */
export type ComparedBy =
  | { readonly by: 'vote' }
  | { readonly by: 'criterion'; readonly criterionId: LocalId }
  | { readonly by: 'reason' };

/** How "maybe" counts: as include, because both send a record on; as a category of its own; not at all. */
export const maybeRules = ['as-include', 'own', 'left-out'] as const;
export type MaybeRule = (typeof maybeRules)[number];

export type AgreementWish = {
  readonly stage: ScreeningStage;
  /** Two or more people, in the order in which tables name them. */
  readonly coders: readonly AuthorId[];
  readonly compared: ComparedBy;
  readonly maybe: MaybeRule;
};

/** A record with what each of the coders made of it; null where one did not say. */
export type RatedRecord = {
  readonly recordId: RecordId;
  readonly ratings: readonly (string | null)[];
  /** When the last of the ratings was given, ISO. */
  readonly at: string;
};

/** Two coders: the table, the records behind each of its cells, and every statistic of it. */
export type PairAgreement = {
  readonly first: AuthorId;
  readonly second: AuthorId;
  readonly table: readonly (readonly number[])[];
  /** By row (first coder) and column (second), as in `table`. */
  readonly behind: readonly (readonly (readonly RecordId[])[])[];
  readonly result: TwoRaterAgreement;
};

export type AgreementReport = {
  /** Votes, answers, or ids of reasons, in their order. */
  readonly categories: readonly string[];
  /** Every pair of the coders. */
  readonly pairs: readonly PairAgreement[];
  /** All of them together, where they are more than two. */
  readonly several: SeveralRaterAgreement | null;
  /** Records that two or more of the coders rated and not all alike. */
  readonly differing: readonly RecordId[];
  readonly weeks: readonly AgreementWeek[];
  readonly drift: Drift | null;
};

/**
 * How far people agree at a stage, from their original votes (`originalVote`); settlements play no part. It tells how
 * others voted: not for somebody who is blind.
 */
export function* agreementReport(
  context: ScreeningContext,
  protocol: Pick<Protocol, 'exclusionReasons'>,
  wish: AgreementWish,
): Work<AgreementReport> {
  const { coders } = wish;
  const categories = categoriesOf(protocol, wish);
  const rated: RatedRecord[] = [];
  for (const [turn, recordId] of context.reports.entries()) {
    if (mayStop(turn)) yield;
    const members = context.membersOf(recordId);
    const votes = coders.map((coder) => originalVote(context, wish.stage, members, coder));
    const ratings = votes.map((vote) => (vote ? ratingOf(protocol, wish, vote) : null));
    const given = votes.filter((_, index) => ratings[index] !== null);
    if (given.length < 2) continue;
    const at = given.map((vote) => vote?.at ?? '').reduce((last, one) => (one > last ? one : last));
    rated.push({ recordId, ratings, at });
  }
  const pairs: PairAgreement[] = [];
  for (const [a, first] of coders.entries()) {
    for (const [offset, second] of coders.slice(a + 1).entries()) {
      yield;
      pairs.push({ first, second, ...compareRatings(categories, rated, a, a + 1 + offset) });
    }
  }
  yield;
  const byCoder = coders.map((_, index) => rated.map(({ ratings }) => ratings[index] ?? null));
  const weeks = agreementByWeek(rated);
  yield;
  return {
    categories,
    pairs,
    several:
      coders.length > 2
        ? severalRaterAgreement(countsOfRatings(categories, byCoder), { ordered: false })
        : null,
    differing: rated.flatMap((record) => (differs(record) ? record.recordId : [])),
    weeks,
    drift: driftOf(weeks),
  };
}

/** The coders at two places beside each other. */
function compareRatings(
  categories: readonly string[],
  rated: readonly RatedRecord[],
  a: number,
  b: number,
): Pick<PairAgreement, 'table' | 'behind' | 'result'> {
  const behind = categories.map(() => categories.map((): RecordId[] => []));
  const placeOf = new Map(categories.map((category, place) => [category, place]));
  for (const { recordId, ratings } of rated) {
    const [row, column] = [placeOf.get(ratings[a] ?? ''), placeOf.get(ratings[b] ?? '')];
    if (row !== undefined && column !== undefined) behind[row]?.[column]?.push(recordId);
  }
  const table = behind.map((cells) => cells.map(({ length }) => length));
  return { table, behind, result: twoRaterAgreement(table, false) };
}

/** Whether those who rated a record did not all say the same. */
export const differs = ({ ratings }: Pick<RatedRecord, 'ratings'>): boolean =>
  new Set(ratings.filter((rating) => rating !== null)).size > 1;

function categoriesOf(
  { exclusionReasons }: Pick<Protocol, 'exclusionReasons'>,
  { compared, maybe }: AgreementWish,
): readonly string[] {
  switch (compared.by) {
    case 'vote':
      return maybe === 'own' ? ['include', 'maybe', 'exclude'] : ['include', 'exclude'];
    case 'criterion':
      return CriterionAnswer.options;
    case 'reason':
      return exclusionReasons.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? id : []));
  }
}

function ratingOf(
  protocol: Pick<Protocol, 'exclusionReasons'>,
  { compared, maybe }: AgreementWish,
  { body }: SignedVote,
): string | null {
  switch (compared.by) {
    case 'vote':
      if (body.vote !== 'maybe' || maybe === 'own') return body.vote;
      return maybe === 'as-include' ? 'include' : null;
    case 'criterion':
      return body.answers[compared.criterionId]?.answer ?? null;
    case 'reason':
      return body.vote === 'exclude' && body.reasonId !== null
        ? countedReason(protocol, body.reasonId)
        : null;
  }
}

/** A category against all others in one: how well two coders agree on using just it. */
export function agreementOnCategory(
  { table, behind }: Pick<PairAgreement, 'table' | 'behind'>,
  category: number,
): { readonly result: TwoRaterAgreement; readonly differing: readonly RecordId[] } {
  const cell = (row: boolean, column: boolean): number =>
    table.reduce(
      (sum, line, i) =>
        sum +
        line.reduce(
          (count, value, j) =>
            (i === category) === row && (j === category) === column ? count + value : count,
          0,
        ),
      0,
    );
  const result = twoRaterAgreement(
    [
      [cell(true, true), cell(true, false)],
      [cell(false, true), cell(false, false)],
    ],
    false,
  );
  const differing = behind.flatMap((line, i) =>
    line.flatMap((ids, j) => ((i === category) !== (j === category) ? ids : [])),
  );
  return { result, differing };
}
