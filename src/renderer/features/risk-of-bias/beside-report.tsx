import { createContext, useContext, useMemo, type ReactNode, type Ref } from 'react';
import type { DocumentPlace } from '@shared/documents';
import type { StudyId } from '@shared/kernel';
import { studiesOf } from '@shared/review';
import { useReview } from '../../app/app-context';
import { ReportPane, type ReportPaneHandle, type ReportPaneProps } from '../../review-kit';
import styles from './risk-of-bias.module.css';

/** Whether the report is read beside the assessment. */
export const ReportBeside = createContext(false);

/** The work on a study with its report beside it, if that is wanted and there is one. */
export function BesideReport({
  studyId,
  paneRef,
  quote,
  marks,
  children,
}: {
  readonly studyId: StudyId;
  readonly paneRef?: Ref<ReportPaneHandle>;
  /** What is done with words taken from the report; absent where nothing can be taken. */
  readonly quote?:
    { readonly label: string; readonly take: NonNullable<ReportPaneProps['onQuote']> } | undefined;
  readonly marks?: readonly DocumentPlace[];
  readonly children: ReactNode;
}) {
  const { state, version } = useReview();
  const wanted = useContext(ReportBeside);
  const reports = useMemo(
    () => studiesOf(state).find((study) => study.studyId === studyId)?.reports ?? [],
    // The state is one object updated in place; `version` tells when it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [state, version, studyId],
  );
  if (!wanted || reports.length === 0) return <div className={styles['form']}>{children}</div>;
  return (
    <div className={styles['beside']}>
      <div className={styles['form']}>{children}</div>
      <div className={styles['report']}>
        <ReportPane
          {...(paneRef ? { ref: paneRef } : {})}
          reports={reports}
          {...(marks ? { marks } : {})}
          {...(quote ? { onQuote: quote.take, quoteLabel: quote.label } : {})}
        />
      </div>
    </div>
  );
}
