import { useMemo, useState } from 'react';
import { requestListCsv, requestListRis } from '@shared/export';
import type { RecordId } from '@shared/kernel';
import {
  isStillSought,
  notPoolable,
  reportLines,
  studiesOf,
  type ReportLine,
  type ReviewState,
} from '@shared/review';
import { Badge, Button, EmptyState, Segments, TextField, useKeys, type Tone } from '../../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../../app/app-context';
import { saveText } from '../../../app/save-file';
import { useDerived } from '../../../app/use-derived';
import { useReportName } from '../../../review-kit';
import { FolderDialog } from './folder-dialog';
import { ReportDetails } from './report-details';
import styles from './reports.module.css';

const filters = ['all', 'sought', 'without-file', 'not-retrieved', 'not-pooled'] as const;
type Filter = (typeof filters)[number];

const passes: {
  readonly [F in Filter]: (line: ReportLine, notPooled: ReadonlySet<RecordId>) => boolean;
} = {
  all: () => true,
  sought: isStillSought,
  'without-file': ({ files }) => files === 0,
  'not-retrieved': ({ retrieval }) => retrieval.status === 'not-retrieved',
  'not-pooled': ({ recordId }, notPooled) => notPooled.has(recordId),
};

/** Reports of studies that are in the review and told of in words alone. */
const reportsNotPooled = (state: ReviewState): ReadonlySet<RecordId> =>
  new Set(studiesOf(state).flatMap((study) => (notPoolable(state, study) ? study.reports : [])));

const tones: { readonly [S in ReportLine['retrieval']['status']]: Tone } = {
  'to-seek': 'neutral',
  sought: 'maybe',
  retrieved: 'include',
  'not-retrieved': 'exclude',
};

/** Rows shown at once; the filter and the search find the others. */
const mostRows = 400;

/** The reports of the review: which are here, which are looked for, which could not be had. */
export function ReportsView({ onRead }: { readonly onRead: (id: RecordId) => void }) {
  const { documents: words } = useTexts();
  const formats = useFormats();
  const { session } = useReview();
  const lines = useDerived(reportLines);
  const notPooled = useDerived(reportsNotPooled);
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const [folder, setFolder] = useState(false);
  const wanted = text.trim().toLowerCase();
  const shown = useMemo(
    () =>
      lines.filter((line) => {
        if (!passes[filter](line, notPooled)) return false;
        const record = session.records.get(line.recordId);
        const searched = `${record?.title} ${record?.authors.join(' ')} ${record?.year} ${record?.doi}`;
        return wanted === '' || searched.toLowerCase().includes(wanted);
      }),
    [lines, filter, wanted, session, notPooled],
  );
  const current = shown.find(({ recordId }) => recordId === chosen) ?? shown[0];
  const step = (by: 1 | -1): void => {
    const at = shown.findIndex((line) => line === current);
    const next = shown[at + by];
    if (next) setChosen(next.recordId);
  };
  useKeys({
    f: () => setFolder(true),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    j: () => step(1),
    k: () => step(-1),
    Enter: current && (() => onRead(current.recordId)),
  });
  if (lines.length === 0) return <EmptyState title={words.noReportsTitle}>{words.noReportsText}</EmptyState>;
  return (
    <div className={styles['reports']}>
      <div className={styles['main']}>
        <h2 className="visually-hidden">{words.views.reports}</h2>
        <div className={styles['tools']}>
          <Segments
            label={words.show}
            value={filter}
            choices={filters
              .filter((value) => value !== 'not-pooled' || notPooled.size > 0)
              .map((value) => ({
                value,
                label: `${words.filters[value]} ${formats.count(lines.filter((line) => passes[value](line, notPooled)).length)}`,
              }))}
            onChange={setFilter}
          />
          <TextField
            label={words.searchReports}
            hideLabel
            type="search"
            placeholder={words.searchReports}
            value={text}
            onChange={setText}
          />
          <span className={styles['space']} />
          <RequestList count={lines.filter(isStillSought).length} />
          <Button kind="primary" small shortcut="F" onPress={() => setFolder(true)}>
            {words.addFolder}
          </Button>
        </div>
        {shown.length === 0 ? (
          <EmptyState title={words.noneSuch}>{words.noneSuchText}</EmptyState>
        ) : (
          <ol className={styles['lines']} aria-label={words.reportsList}>
            {shown.slice(0, mostRows).map((line) => (
              <li key={line.recordId}>
                <button
                  type="button"
                  className={styles['line']}
                  aria-current={line === current}
                  onClick={() => setChosen(line.recordId)}
                  onDoubleClick={() => onRead(line.recordId)}
                >
                  <ReportCells line={line} notPooled={notPooled.has(line.recordId)} />
                </button>
              </li>
            ))}
          </ol>
        )}
        {shown.length > mostRows ? (
          <p className={styles['quiet']}>{words.moreRows(formats.count(shown.length - mostRows))}</p>
        ) : null}
      </div>
      {current === undefined ? null : (
        <ReportDetails key={current.recordId} line={current} onRead={() => onRead(current.recordId)} />
      )}
      {folder ? <FolderDialog onClose={() => setFolder(false)} /> : null}
    </div>
  );
}

function ReportCells({
  line: { recordId, retrieval, files },
  notPooled,
}: {
  readonly line: ReportLine;
  readonly notPooled: boolean;
}) {
  const { documents: words, screening, poolability } = useTexts();
  const { session } = useReview();
  const nameOf = useReportName();
  const record = session.records.get(recordId);
  return (
    <>
      <span className={styles['who']}>{nameOf(recordId)}</span>
      <span className={styles['title']} title={record?.title}>
        {record?.title ?? screening.noTitle}
        {notPooled ? <span className={styles['quiet']}> · {poolability.badge}</span> : null}
      </span>
      <span className={styles['files']}>{files === 0 ? words.noFiles : words.fileCount(files)}</span>
      <Badge tone={tones[retrieval.status]}>{words.status[retrieval.status]}</Badge>
    </>
  );
}

/** What is still to be found, for whoever can order it. */
function RequestList({ count }: { readonly count: number }) {
  const { documents: words } = useTexts();
  const { state, session } = useReview();
  const { say } = useApp();
  const save = async (name: string, type: string, text: string): Promise<void> => {
    const saved = await saveText(name, type, text);
    if (saved.ok && saved.value) say({ text: words.requestSaved(count) });
  };
  const recordOf = (id: RecordId) => session.records.get(id);
  return (
    <>
      <Button
        small
        disabled={count === 0}
        onPress={() => void save('reports to find.csv', 'text/csv', requestListCsv(state, recordOf))}
      >
        {words.requestCsv}
      </Button>
      <Button
        small
        disabled={count === 0}
        onPress={() =>
          void save(
            'reports to find.ris',
            'application/x-research-info-systems',
            requestListRis(state, recordOf),
          )
        }
      >
        {words.requestRis}
      </Button>
    </>
  );
}
