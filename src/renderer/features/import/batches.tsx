import { useState, type ReactNode } from 'react';
import type { ParseProblem } from '@shared/formats';
import type { Batch, Source } from '@shared/records';
import { Button, Dialog, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveBytes } from '../../app/save-file';
import { EarlierDecisions } from './earlier-decisions';
import { ProblemsDialog } from './problems-dialog';
import { SourceFields } from './source-fields';
import styles from './import.module.css';

/** What was imported: each batch with its source, its remarks, its original file and its way back. */
export function Batches({
  batches,
  onward,
}: {
  readonly batches: readonly Batch[];
  /** What comes after the import. */
  readonly onward: ReactNode;
}) {
  const { imports: words } = useTexts();
  return (
    <section className={styles['section']}>
      <div className={styles['batchesHead']}>
        <h2>{words.batches}</h2>
        {onward}
      </div>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.source}</th>
            <th className={styles['batchDay']}>{words.searchedShort}</th>
            <th className={controls['num']}>{words.recordsHeader}</th>
            <th>{words.showProblems}</th>
            <th>
              <span className="visually-hidden">{words.undoBatch}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.eventId} batch={batch} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BatchRow({ batch }: { readonly batch: Batch }) {
  const { imports: words, formats: formatWords } = useTexts();
  const formats = useFormats();
  const { dispatch, session, state } = useReview();
  const { say } = useApp();
  const [problems, setProblems] = useState<readonly ParseProblem[] | null>(null);
  const [describing, setDescribing] = useState(false);
  const { kind: _kind, version: _version, ...imported } = batch.imported;
  const { source, file, recordCount, problemCount, problemsBlob } = imported;

  const { reading } = imported;
  const chosen = [
    reading?.encoding === undefined ? '' : words.readingChosen,
    reading?.columns === undefined ? '' : words.columnsChosen,
    reading?.sheet === undefined ? '' : words.sheetChosen,
  ].filter(Boolean);

  const undo = async (): Promise<void> => {
    const ids = await dispatch({ do: 'withdraw', target: batch.eventId });
    if (!ids) return;
    say({
      text: words.batchUndoneCount(recordCount, formats.count(recordCount)),
      undo: () =>
        void dispatch({ do: 'importBatch', batch: imported }).then((again) => {
          if (again) say({ text: words.batchBack });
        }),
    });
  };

  const show = async (): Promise<void> => {
    if (problemsBlob === null) return;
    const blob = await session.files.bytes(problemsBlob);
    if (blob.ok) setProblems(JSON.parse(new TextDecoder().decode(blob.value)) as ParseProblem[]);
  };

  const saveOriginal = async (): Promise<void> => {
    const blob = await session.files.bytes(file.sha256);
    if (!blob.ok) say({ text: words.noOriginal, tone: 'error' });
    else await saveBytes(file.name, 'application/octet-stream', new Uint8Array(blob.value));
  };

  return (
    <tr>
      <td className={styles['batchSource']}>
        <strong>{source.database}</strong>
        {source.platform ? ` (${source.platform})` : ''}
        <div className={styles['hint']}>
          {file.name} · {nameOf(formatWords.names, file.format)} ·{' '}
          {nameOf(formatWords.encodings, file.encoding)}
          {chosen.length > 0 ? ` (${chosen.join(', ')})` : ''}
          <br />
          {words.batchBy(state.coders.get(batch.authorId)?.name ?? '', formats.moment(batch.at))}
        </div>
      </td>
      <td className={styles['batchDay']}>{source.searchedOn ? formats.day(source.searchedOn) : '–'}</td>
      <td className={controls['num']}>{formats.count(recordCount)}</td>
      <td>
        {problemCount === 0 ? (
          <span className={styles['hint']}>{words.problems(0, '0')}</span>
        ) : (
          <Button small kind="quiet" disabled={problemsBlob === null} onPress={() => void show()}>
            {words.problems(problemCount, formats.count(problemCount))}
          </Button>
        )}
      </td>
      <td className={styles['batchActions']}>
        <Button
          small
          kind="quiet"
          label={`${words.describe}: ${file.name}`}
          onPress={() => setDescribing(true)}
        >
          {words.describe}
        </Button>
        <Button
          small
          kind="quiet"
          label={`${words.saveOriginal}: ${file.name}`}
          onPress={() => void saveOriginal()}
        >
          {words.saveOriginal}
        </Button>
        <EarlierDecisions batch={batch} />
        <Button small kind="quiet" onPress={() => void undo()}>
          {words.undoBatch}
        </Button>
        {problems ? (
          <ProblemsDialog name={file.name} problems={problems} onClose={() => setProblems(null)} />
        ) : null}
        {describing ? <DescribeDialog batch={batch} onClose={() => setDescribing(false)} /> : null}
      </td>
    </tr>
  );
}

const nameOf = (names: { readonly [name: string]: string }, name: string): string => names[name] ?? name;

function DescribeDialog({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { imports: words, app } = useTexts();
  const { dispatch } = useReview();
  const { say } = useApp();
  const { file, recordCount } = batch.imported;
  const [source, setSource] = useState<Source>(batch.imported.source);
  const save = async (): Promise<void> => {
    const ids = await dispatch({ do: 'describeSource', batch: batch.eventId, source });
    if (!ids) return;
    say({ text: words.described });
    onClose();
  };
  return (
    <Dialog
      title={words.describeTitle(file.name)}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={source.database.trim() === ''} onPress={() => void save()}>
            {app.save}
          </Button>
        </>
      }
    >
      <SourceFields
        source={source}
        records={recordCount}
        open
        onChange={(change) => setSource({ ...source, ...change })}
      />
    </Dialog>
  );
}
