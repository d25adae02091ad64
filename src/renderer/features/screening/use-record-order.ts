import { useCallback } from 'react';
import type { RecordId } from '@shared/kernel';
import { readingRules } from '@shared/protocol';
import { currentProtocol, screeningContext } from '@shared/review';
import { arrangeReports, asImported, ScreeningOrder, type ScreeningStage } from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useChoice } from '../../app/use-choice';
import { useRanking, type Ranking } from '../../ranking';
import { useWork } from '../../long-work/use-work';

export type RecordOrder = {
  readonly order: ScreeningOrder;
  readonly choose: (order: ScreeningOrder) => void;
  /** All reports of the review in this coder's order; while a long one is worked out, in the one before it. */
  readonly arranged: readonly RecordId[];
  /** The ranking behind `likely`; idle under any other order. */
  readonly ranking: Ranking;
  /** Changes when the coder asked for another order and has it: the first record is then another one. */
  readonly arrangement: string;
};

/** The order this coder has chosen for a stage, and all reports in it. */
export function useRecordOrder(stage: ScreeningStage): RecordOrder {
  const { session, state, viewer } = useReview();
  const name = `order ${stage} ${session.reviewId} ${viewer.authorId}`;
  const proposed = readingRules(currentProtocol(state)?.protocol).order;
  const usual = stage === 'title-abstract' && proposed === 'likely' ? mostLikelyFirst : asImported;
  const [order, choose] = useChoice(name, ScreeningOrder, usual);
  const ranking = useRanking(stage, order.by === 'likely');
  const ranked = order.by === 'likely' ? ranking.order : none;
  const context = screeningContext(state);
  const corrections = state.records.edits.length + state.records.completions.length;
  const arrange = useCallback(
    function* () {
      const arranged = yield* arrangeReports(order, context.reports, (id) => session.records.get(id), ranked);
      return { arranged, arrangement: `${JSON.stringify(order)} ${ranked.length > 0}` };
    },
    // a corrected title or year moves its record
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [order, context, session, corrections, ranked],
  );
  const { value = notYet } = useWork(arrange);
  return { order, choose, ranking, ...value };
}

const mostLikelyFirst: ScreeningOrder = { by: 'likely' };
const none: readonly RecordId[] = [];
const notYet = { arranged: none, arrangement: '' };
