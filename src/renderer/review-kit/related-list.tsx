import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { linkedWith, linkPair, relatedTo, takeOut } from '@shared/review';
import { useReview, useTexts } from '../app/app-context';
import { Badge, Button } from '../ui-kit';
import styles from './record-page.module.css';

/** What belongs to a record without being its copy: an erratum, a retraction, another version, a report of the same study. */
export function RelatedList({ recordId }: { readonly recordId: RecordId }) {
  const { duplicates: words, screening } = useTexts();
  const { session, state } = useReview();
  const related = relatedTo(state, recordId);
  if (related.length === 0) return null;
  return (
    <ul className={styles['related']}>
      {related.map(({ relation, lead }) => {
        const record = session.records.get(lead);
        if (!record) return null;
        return (
          <li key={lead}>
            <Badge tone={relation === 'notice' ? 'maybe' : 'neutral'}>{words.related[relation]}</Badge>{' '}
            {shortCitation(record)}: {record.title ?? screening.noTitle}{' '}
            {relation === 'reports' ? <StudyLink report={recordId} other={lead} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Says of two reports that they tell of one study, and takes that back. */
function StudyLink({ report, other }: { readonly report: RecordId; readonly other: RecordId }) {
  const { duplicates: words } = useTexts();
  const { state, dispatch } = useReview();
  const link = linkPair(state, [report, other]);
  if (link !== null)
    return (
      <Button small kind="quiet" onPress={() => void dispatch(link)}>
        {words.oneStudy.link}
      </Button>
    );
  return (
    <>
      <Badge tone="include">{words.oneStudy.linked}</Badge>{' '}
      <Button small kind="quiet" onPress={() => void dispatch(...takeOut(linkedWith(state, other), other))}>
        {words.oneStudy.takeOut}
      </Button>
    </>
  );
}
