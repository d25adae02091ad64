import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext } from '@shared/review';
import { arrangeReports, asImported, ScreeningOrder, type ScreeningStage } from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useChoice } from '../../app/use-choice';

export type RecordOrder = {
  readonly order: ScreeningOrder;
  readonly choose: (order: ScreeningOrder) => void;
  /** All reports of the review in this coder's order. */
  readonly arranged: readonly RecordId[];
};

/** The order this coder has chosen for a stage, and all reports in it. */
export function useRecordOrder(stage: ScreeningStage): RecordOrder {
  const { session, state, viewer } = useReview();
  const name = `order ${stage} ${session.reviewId} ${viewer.authorId}`;
  const [order, choose] = useChoice(name, ScreeningOrder, asImported);
  const context = screeningContext(state);
  const corrections = state.records.edits.length + state.records.completions.length;
  const arranged = useMemo(
    () => arrangeReports(order, context.reports, (id) => session.records.get(id)),
    // a corrected title or year moves its record
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [order, context, session, corrections],
  );
  return { order, choose, arranged };
}
