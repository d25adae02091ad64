import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { membersOf, type ReviewState } from '@shared/review';
import { documentsOf } from '@shared/screening';
import { useReview, useTexts } from '../../app/app-context';
import { ReportPane, useReadyPdfs } from '../../review-kit';
import type { DeskPageProps } from './screening-desk';
import styles from './screening.module.css';

/** How many reports ahead are made ready while one is read. */
const ahead = 2;

/** The report as it is screened: its PDF, quotes going to the criterion in focus, the next ones made ready meanwhile. */
export function FullTextPage({ recordId, desk, pane }: DeskPageProps) {
  const { documents: words } = useTexts();
  const { state, session } = useReview();
  const coming = desk.coming(ahead);
  const names = coming.join(' ');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the names say which reports come
  useReadyPdfs(useMemo(() => coming.flatMap((id) => firstFile(state, id)), [names]));
  const criterion = desk.protocol.criteria[desk.focusedCriterion];
  const marks = useMemo(
    () => Object.values(desk.quotes).flatMap(({ place }) => (place ? [place] : [])),
    [desk.quotes],
  );
  const reports = useMemo(() => [recordId], [recordId]);
  const record = session.records.get(recordId);
  return (
    <>
      {record === undefined ? null : (
        <h2 className={styles['reportTitle']} title={record.title}>
          <span>{shortCitation(record)}</span> {record.title}
        </h2>
      )}
      <ReportPane
        key={recordId}
        ref={pane}
        reports={reports}
        marks={marks}
        quoteLabel={criterion && words.quoteFor(criterion.label)}
        onQuote={
          criterion &&
          (({ text, document, page, rects }) => {
            desk.quote(criterion.id, { quote: text.slice(0, 5_000), place: { document, page, rects } });
          })
        }
      />
    </>
  );
}

function firstFile(state: ReviewState, id: RecordId) {
  const [first] = documentsOf(state.screening, membersOf(state, id));
  return first ? [first.body.sha256] : [];
}
