import type { ReactNode } from 'react';
import { markDifferences, type Stretch } from '@shared/deduplication';
import type { RecordId } from '@shared/kernel';
import { recordFields, type CitationRecord, type RecordField } from '@shared/records';
import { useReview, useTexts } from '../../app/app-context';
import { useKindInWords } from '../../review-kit';
import styles from './duplicates.module.css';

/** Fields in the order in which a person compares; keywords and the like tell nothing about identity. */
const compared: readonly RecordField[] = [
  'title',
  'translatedTitle',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'doi',
  'pmid',
  'registrations',
  'type',
  'abstract',
];

/** Two records field by field, with what differs marked in letters, colour and a sign. */
export function ComparedRecords({
  left,
  right,
  leftHead,
  rightHead,
}: {
  readonly left: RecordId;
  readonly right: RecordId;
  readonly leftHead?: ReactNode;
  readonly rightHead?: ReactNode;
}) {
  const { duplicates: words, imports } = useTexts();
  const { session, state } = useReview();
  const kindInWords = useKindInWords();
  const [a, b] = [session.records.get(left), session.records.get(right)];
  if (!a || !b) return null;
  const sourceOf = (id: RecordId): string => state.origins.get(id)?.imported.source.database ?? '';
  const fields = compared.filter(
    (field) => recordFields.includes(field) && (textOf(a, field) !== '' || textOf(b, field) !== ''),
  );
  const shown = (record: CitationRecord, field: RecordField): string =>
    field === 'type' ? kindInWords(textOf(record, field)) : textOf(record, field);
  return (
    <table className={styles['compared']}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.field}</span>
          </th>
          <th scope="col">
            <span className={styles['side']}>
              <strong>{sourceOf(left) || words.left}</strong>
              {leftHead}
            </span>
          </th>
          <th scope="col">
            <span className={styles['side']}>
              <strong>{sourceOf(right) || words.right}</strong>
              {rightHead}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const [textA, textB] = [shown(a, field), shown(b, field)];
          const [markedA, markedB] = markDifferences(textA, textB);
          const both = textA !== '' && textB !== '';
          const differs = both && [...markedA, ...markedB].some((stretch) => stretch.differs);
          return (
            <tr key={field} className={differs ? styles['differing'] : undefined}>
              <th scope="row">
                {imports.fields[field]}
                {differs ? (
                  <span className={styles['sign']}>
                    <span aria-hidden="true">≠</span>
                    <span className="visually-hidden">{words.differs}</span>
                  </span>
                ) : null}
              </th>
              <td>{both ? <Marked stretches={markedA} /> : textA || '–'}</td>
              <td>{both ? <Marked stretches={markedB} /> : textB || '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Marked({ stretches }: { readonly stretches: readonly Stretch[] }) {
  return (
    <>
      {stretches.map(({ text, differs }, index) =>
        differs ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </>
  );
}

function textOf(record: CitationRecord, field: RecordField): string {
  const value = record[field];
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
