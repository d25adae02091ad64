import { useCallback, useMemo } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext } from '@shared/review';
import { CoderList, type ListWish, type ScreeningStage, type ShownLines } from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useWork } from '../../long-work/use-work';

/** `ready`: whether the lines are those asked for; while a long list is worked out they are still those before it. */
export type ListedLines = ShownLines & { readonly ready: boolean };

/** The lines of this coder's list, kept up to date; `ids`, `filter` and `sort` as in `ListWish`, made once by the caller. */
export function useCoderList(
  stage: ScreeningStage,
  ids: readonly RecordId[],
  filter: ListWish['filter'],
  sort: ListWish['sort'],
): ListedLines {
  const { state, viewer, version } = useReview();
  const context = screeningContext(state);
  const list = useMemo(
    () => new CoderList(context, { stage, viewer, ids, filter, sort }),
    [context, stage, viewer, ids, filter, sort],
  );
  // The state is one object updated in place; `version` tells when it changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const { value = noLines, ready } = useWork(useCallback(() => list.work(), [list, version]));
  return { ...value, ready };
}

const noLines: ShownLines = { lines: [], waiting: 0, placeOf: () => undefined };
