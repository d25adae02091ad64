import { useCallback } from 'react';
import { checkedSheet, type PoolingSheet } from '@shared/export';
import { shortCitation } from '@shared/records';
import type { ReviewState, Study } from '@shared/review';
import { useReview } from '../app/app-context';
import { useDerived } from '../app/use-derived';

/** The name of a study: given by hand or sheet, else its first report's short citation. */
export function useStudyLabel(): (study: Study) => string {
  const { session } = useReview();
  return useCallback(
    (study: Study) => {
      const report = study.reports[0];
      const record = report === undefined ? undefined : session.records.get(report);
      return study.label ?? (record ? shortCitation(record) : study.studyId);
    },
    [session],
  );
}

/** The pooling sheet as it stands, with every alarm about it. */
export function useCheckedSheet(): ReturnType<typeof checkedSheet> {
  const label = useStudyLabel();
  return useDerived(useCallback((state: ReviewState) => checkedSheet(state, label), [label]));
}

/** The pooling sheet as it stands. */
export const useSheet = (): PoolingSheet => useCheckedSheet().sheet;
