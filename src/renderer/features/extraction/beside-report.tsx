import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { DocumentPlace } from '@shared/documents';
import type { StudyId } from '@shared/kernel';
import { studiesOf } from '@shared/review';
import { Button } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { ReportPane, type PdfQuote } from '../../review-kit';
import styles from './extraction.module.css';

/** Whether the reports are read beside the values, and how that is changed; the desk is then as wide as it can be. */
export const ReportBeside = createContext<{
  readonly wanted: boolean;
  readonly want: (wanted: boolean) => void;
}>({ wanted: false, want: () => undefined });

/** The values with the study's reports beside them, if wanted: selected words and drawn boxes go to the number at hand. */
export function BesideReport({
  studyId,
  quote,
  marks,
  children,
}: {
  readonly studyId: StudyId;
  /** What is done with a place taken from the report; undefined where no number is at hand. */
  readonly quote: { readonly label: string; readonly take: (quote: PdfQuote) => void } | undefined;
  readonly marks: readonly DocumentPlace[];
  readonly children: ReactNode;
}) {
  const { extraction: words } = useTexts();
  const { state, version } = useReview();
  const { wanted, want } = useContext(ReportBeside);
  const reports = useMemo(
    () => studiesOf(state).find((study) => study.studyId === studyId)?.reports ?? [],
    // The state is one object updated in place; `version` tells when it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [state, version, studyId],
  );
  if (reports.length === 0) return <div className={styles['form']}>{children}</div>;
  return (
    <>
      <div>
        <Button small onPress={() => want(!wanted)}>
          {wanted ? words.hideReport : words.showReport}
        </Button>
      </div>
      {wanted ? (
        <div className={styles['beside']}>
          <div className={styles['form']}>{children}</div>
          <div className={styles['report']}>
            <ReportPane
              boxes
              reports={reports}
              marks={marks}
              {...(quote ? { onQuote: quote.take, quoteLabel: quote.label } : {})}
            />
          </div>
        </div>
      ) : (
        <div className={styles['form']}>{children}</div>
      )}
    </>
  );
}
