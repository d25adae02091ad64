import { useCallback, useMemo } from 'react';
import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { membersOf, type ReviewState } from '@shared/review';
import { documentsOf, type ReportDocument } from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';

/** A file of one of the reports at hand. */
export type ReportFile = {
  readonly report: RecordId;
  readonly document: ReportDocument;
  /** Counted among the supplements of its report, from 1; 0 for the report itself. */
  readonly supplement: number;
};

/** The files of reports, in the order of the reports, each report's own first. */
export function useReportFiles(reports: readonly RecordId[]): readonly ReportFile[] {
  const names = reports.join(' ');
  // The names say which reports they are, however often the list is made anew.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const same = useMemo(() => reports, [names]);
  return useDerived(
    useCallback(
      (state: ReviewState) =>
        same.flatMap((report) => {
          let supplements = 0;
          return documentsOf(state.screening, membersOf(state, report)).map((document): ReportFile => {
            const isSupplement = document.body.role === 'supplement';
            if (isSupplement) supplements += 1;
            return { report, document, supplement: isSupplement ? supplements : 0 };
          });
        }),
      [same],
    ),
  );
}

/** "Smit 2022": the name of a report where several are shown. */
export function useReportName(): (report: RecordId) => string {
  const { session } = useReview();
  return useCallback(
    (report) => {
      const record = session.records.get(report);
      return record ? shortCitation(record) : report;
    },
    [session],
  );
}
