import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { relatedTo } from '@shared/review';
import { useReview, useTexts } from '../app/app-context';
import { Badge } from '../ui-kit';
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
            {shortCitation(record)}: {record.title ?? screening.noTitle}
          </li>
        );
      })}
    </ul>
  );
}
