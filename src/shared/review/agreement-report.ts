import type { AuthorId, LocalId, RecordId } from '../kernel';
import { countedReason, CriterionAnswer, type Protocol } from '../protocol';
import {
  countsOfRatings,
  severalRaterAgreement,
  tableOfRatings,
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
export function agreementReport(
  context: ScreeningContext,
  protocol: Pick<Protocol, 'exclusionReasons'>,
  wish: AgreementWish,
): AgreementReport {
  const { coders } = wish;
  const categories = categoriesOf(protocol, wish);
  const rated = context.reports.flatMap((recordId): RatedRecord | [] => {
    const members = context.membersOf(recordId);
    const votes = coders.map((coder) => originalVote(context, wish.stage, members, coder));
    const ratings = votes.map((vote) => (vote ? ratingOf(protocol, wish, vote) : null));
    const given = votes.filter((_, index) => ratings[index] !== null);
    if (given.length < 2) return [];
    const at = given.map((vote) => vote?.at ?? '').reduce((last, one) => (one > last ? one : last));
    return { recordId, ratings, at };
  });
  const pairs = coders.flatMap((first, a) =>
    coders.slice(a + 1).map((second, offset): PairAgreement => {
      const b = a + 1 + offset;
      const { table } = tableOfRatings(
        categories,
        rated.map(({ ratings }) => ratings[a] ?? null),
        rated.map(({ ratings }) => ratings[b] ?? null),
      );
      const behind = categories.map((row) =>
        categories.map((column) =>
          rated.flatMap(({ recordId, ratings }) =>
            ratings[a] === row && ratings[b] === column ? recordId : [],
          ),
        ),
      );
      return { first, second, table, behind, result: twoRaterAgreement(table, false) };
    }),
  );
  const byCoder = coders.map((_, index) => rated.map(({ ratings }) => ratings[index] ?? null));
  const weeks = agreementByWeek(rated);
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
