import type { LocalId } from '../kernel';
import type { CriterionAnswer } from '../protocol';
import type { SignedVote } from './slice';

export type AnswerPair = { readonly first: CriterionAnswer; readonly second: CriterionAnswer };

/** What two people answered to one criterion, where both answered it; from their original votes. */
export const criterionPairs = (
  pairs: readonly { readonly first: SignedVote; readonly second: SignedVote }[],
  criterionId: LocalId,
): AnswerPair[] =>
  pairs.flatMap(({ first, second }) => {
    const one = first.body.answers[criterionId]?.answer;
    const other = second.body.answers[criterionId]?.answer;
    return one === undefined || other === undefined ? [] : [{ first: one, second: other }];
  });
