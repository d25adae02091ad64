import { findingKey, judgePair, normalise, type Finding } from '@shared/deduplication';
import type { RecordId } from '@shared/kernel';
import { useReview, useTexts } from '../../app/app-context';
import { useDoubtWords } from './rule-words';
import styles from './duplicates.module.css';

/** Why two records are one for the rules, or why they cannot tell: in words, for and against. */
export function Reasons({
  a,
  b,
  doubt,
}: {
  readonly a: RecordId;
  readonly b: RecordId;
  readonly doubt?: string;
}) {
  const { duplicates: words } = useTexts();
  const { session } = useReview();
  const doubtWords = useDoubtWords();
  const [left, right] = [session.records.get(a), session.records.get(b)];
  if (!left || !right) return null;
  const { findings } = judgePair(normalise(left), normalise(right));
  const told = (list: readonly Finding[]): string =>
    list.map((finding) => words.finding[findingKey(finding)]).join(' · ');
  const speaksFor = findings.filter(({ weight }) => weight > 0);
  const speaksAgainst = findings.filter(({ weight }) => weight < 0);
  return (
    <div className={styles['reasons']}>
      {doubt === undefined ? null : <p className={styles['doubt']}>{doubtWords(doubt)}</p>}
      {speaksFor.length > 0 ? (
        <p>
          <span className={styles['for']}>
            <span aria-hidden="true">+</span> {words.speaksFor}:
          </span>{' '}
          {told(speaksFor)}
        </p>
      ) : null}
      {speaksAgainst.length > 0 ? (
        <p>
          <span className={styles['against']}>
            <span aria-hidden="true">−</span> {words.speaksAgainst}:
          </span>{' '}
          {told(speaksAgainst)}
        </p>
      ) : null}
    </div>
  );
}
