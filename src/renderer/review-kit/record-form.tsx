import { recordFields, type CitationRecord, type RecordField } from '@shared/records';
import { TextField } from '../ui-kit';
import { useTexts } from '../app/app-context';
import styles from './record-form.module.css';

/** A record while it is typed: every field a text, lists one entry per line. */
export type RecordDraft = { readonly [field in RecordField]: string };

const lists: ReadonlySet<RecordField> = new Set(['authors', 'keywords', 'registrations']);
const tall: { readonly [field in RecordField]?: number } = {
  title: 2,
  authors: 4,
  abstract: 8,
  keywords: 3,
};
const wide: ReadonlySet<RecordField> = new Set([
  'title',
  'translatedTitle',
  'authors',
  'abstract',
  'keywords',
]);

export function draftOf(record: Partial<CitationRecord>): RecordDraft {
  const entries = recordFields.map((field): [RecordField, string] => {
    const value = record[field];
    return [field, Array.isArray(value) ? value.join('\n') : value === undefined ? '' : String(value)];
  });
  return Object.fromEntries(entries) as RecordDraft;
}

/** The record a draft stands for; a year that is none becomes NaN, which the review refuses. */
export function recordOfDraft(draft: RecordDraft): Partial<CitationRecord> {
  const record: { [field: string]: unknown } = {};
  for (const field of recordFields) {
    const text = draft[field].trim();
    if (lists.has(field)) {
      record[field] = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    } else if (text !== '') record[field] = field === 'year' ? Number(text) : text;
  }
  return record;
}

/** All fields of a record, to type or correct. */
export function RecordForm({
  draft,
  onChange,
  imported,
}: {
  readonly draft: RecordDraft;
  readonly onChange: (draft: RecordDraft) => void;
  /** What the import gave, shown under each field that differs from it. */
  readonly imported?: RecordDraft;
}) {
  const { imports: words } = useTexts();
  return (
    <div className={styles['form']}>
      {recordFields.map((field) => {
        const before = imported?.[field];
        const differs = before !== undefined && before !== draft[field];
        const hint = differs
          ? words.asImported(before === '' ? '–' : before.replaceAll('\n', '; ').slice(0, 300))
          : lists.has(field)
            ? words.onePerLine
            : undefined;
        return (
          <div key={field} className={wide.has(field) ? styles['wide'] : undefined}>
            <TextField
              label={words.fields[field]}
              value={draft[field]}
              {...(hint === undefined ? {} : { hint })}
              {...(tall[field] === undefined && !lists.has(field) ? {} : { rows: tall[field] ?? 2 })}
              {...(field === 'year' ? { inputMode: 'numeric' as const } : {})}
              onChange={(text) => onChange({ ...draft, [field]: text })}
            />
          </div>
        );
      })}
    </div>
  );
}
