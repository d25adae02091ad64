import { useRef, useState } from 'react';
import type { EventId } from '@shared/kernel';
import { repeatedFiles, type Batch } from '@shared/records';
import { Button, EmptyState, Notice, Progress, SelectField, TextField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { ProblemsDialog } from './problems-dialog';
import { SheetImport } from './sheet-import';
import { useImport, type ImportDesk, type StagedFile } from './use-import';
import styles from './import.module.css';

/** Files in: drop, look, say where they came from, import. */
export function ImportScreen() {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const desk = useImport();
  const ready = desk.staged.filter((file) => file.read !== null && file.read.recordCount > 0);
  const waiting = ready.reduce((sum, file) => sum + (file.read?.recordCount ?? 0), 0);
  const undescribed = ready.some((file) => file.source.database.trim() === '');
  return (
    <div className={styles['import']}>
      <h1>{words.title}</h1>
      <DropZone desk={desk} />
      {desk.staged.length > 0 ? (
        <section className={styles['section']}>
          <h2>{words.stagedTitle}</h2>
          {desk.staged.map((file) => (
            <Staged key={file.key} file={file} desk={desk} />
          ))}
          <div className={controls['actions']}>
            <Button
              kind="primary"
              disabled={desk.busy || undescribed || ready.length === 0}
              onPress={() => void desk.importAll()}
            >
              {words.importAction(words.records(waiting, formats.count(waiting)))}
            </Button>
          </div>
        </section>
      ) : null}
      {state.records.batches.length > 0 ? (
        <Batches batches={state.records.batches} />
      ) : desk.staged.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : null}
      <SheetImport />
    </div>
  );
}

function DropZone({ desk }: { readonly desk: ImportDesk }) {
  const { imports: words } = useTexts();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className={`${styles['drop']} ${over ? styles['dropOver'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void desk.add([...event.dataTransfer.files]);
      }}
    >
      <div>
        <p className={styles['dropTitle']}>{words.drop}</p>
        <p className={styles['hint']}>{words.dropHint}</p>
      </div>
      <Button onPress={() => input.current?.click()}>{words.choose}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void desk.add(files);
        }}
      />
    </div>
  );
}

function Staged({ file, desk }: { readonly file: StagedFile; readonly desk: ImportDesk }) {
  const { imports: words, formats: formatWords } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const [showing, setShowing] = useState(false);
  const { read, source } = file;
  if (read === null) {
    return (
      <div className={styles['staged']}>
        <Progress
          value={file.share * 100}
          total={100}
          caption={words.reading(file.name, formats.percent(file.share))}
        />
        <Button small onPress={() => desk.discard(file.key)}>
          {words.cancel}
        </Button>
      </div>
    );
  }
  const before = repeatedFiles(state.records, read.fileHash);
  return (
    <div className={styles['staged']}>
      <div className={styles['stagedHead']}>
        <strong className={styles['fileName']}>{file.name}</strong>
        <span className="numeric">{words.records(read.recordCount, formats.count(read.recordCount))}</span>
        <span>{formatWords.names[read.format]}</span>
        <span>{read.encoding}</span>
        {read.problems.length === 0 ? (
          <span className={styles['hint']}>{words.problems(0, '0')}</span>
        ) : (
          <Button small kind="quiet" onPress={() => setShowing(true)}>
            {words.problems(read.problems.length, formats.count(read.problems.length))}
          </Button>
        )}
        <span className={styles['grow']} />
        <Button small kind="quiet" onPress={() => desk.discard(file.key)}>
          {words.discard}
        </Button>
      </div>
      {read.recordCount === 0 ? <Notice tone="error">{words.nothingReadable}</Notice> : null}
      {before ? <Notice tone="warn">{words.alreadyImported(before.imported.source.database)}</Notice> : null}
      {read.recordCount > 0 ? (
        <div className={styles['sourceFields']}>
          <TextField
            label={words.database}
            value={source.database}
            onChange={(database) => desk.describe(file.key, { database })}
          />
          <TextField
            label={words.platform}
            value={source.platform}
            onChange={(platform) => desk.describe(file.key, { platform })}
          />
          <SelectField
            label={words.kind}
            value={source.kind}
            choices={(['database', 'register', 'website', 'organisation', 'citation', 'other'] as const).map(
              (value) => ({
                value,
                label: words.kinds[value],
              }),
            )}
            onChange={(kind) => desk.describe(file.key, { kind })}
          />
          <TextField
            label={words.searchedOn}
            type="date"
            value={source.searchedOn}
            onChange={(searchedOn) => desk.describe(file.key, { searchedOn })}
          />
        </div>
      ) : null}
      {showing ? (
        <ProblemsDialog name={file.name} problems={read.problems} onClose={() => setShowing(false)} />
      ) : null}
    </div>
  );
}

function Batches({ batches }: { readonly batches: readonly Batch[] }) {
  const { imports: words } = useTexts();
  return (
    <section className={styles['section']}>
      <h2>{words.batches}</h2>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.source}</th>
            <th>{words.searchedOn}</th>
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
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { dispatch, session, state } = useReview();
  const { say } = useApp();
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  const { source, file, recordCount, problemCount, problemsBlob } = batch.imported;

  const undo = async (target: EventId): Promise<void> => {
    const ids = await dispatch({ do: 'withdraw', target });
    if (ids) say({ text: words.batchUndone });
  };

  const show = async (): Promise<void> => {
    if (problemsBlob === null) return;
    const blob = await session.blob(problemsBlob);
    if (blob.ok) setProblems(JSON.parse(new TextDecoder().decode(blob.value)) as Problem[]);
  };

  return (
    <tr>
      <td>
        <strong>{source.database}</strong>
        {source.platform ? ` (${source.platform})` : ''}
        <div className={styles['hint']}>
          {file.name} ·{' '}
          {words.batchBy(state.coders.get(batch.authorId)?.name ?? '', formats.moment(batch.at))}
        </div>
      </td>
      <td>{source.searchedOn ? formats.day(source.searchedOn) : '–'}</td>
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
      <td className={controls['num']}>
        <Button small kind="quiet" onPress={() => void undo(batch.eventId)}>
          {words.undoBatch}
        </Button>
        {problems ? (
          <ProblemsDialog name={file.name} problems={problems} onClose={() => setProblems(null)} />
        ) : null}
      </td>
    </tr>
  );
}

type Problem = Parameters<typeof ProblemsDialog>[0]['problems'][number];
