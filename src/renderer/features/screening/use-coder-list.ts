import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext } from '@shared/review';
import { CoderList, type ListWish, type ScreeningStage, type ShownLines } from '@shared/screening';
import { useReview } from '../../app/app-context';

/** The lines of this coder's list, kept up to date; `ids`, `filter` and `sort` as in `ListWish`, made once by the caller. */
export function useCoderList(
  stage: ScreeningStage,
  ids: readonly RecordId[],
  filter: ListWish['filter'],
  sort: ListWish['sort'],
): ShownLines {
  const { state, viewer, version } = useReview();
  const context = screeningContext(state);
  const list = useMemo(
    () => new CoderList(context, { stage, viewer, ids, filter, sort }),
    [context, stage, viewer, ids, filter, sort],
  );
  // The state is one object updated in place; `version` tells when it changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => list.shown(), [list, version]);
}
