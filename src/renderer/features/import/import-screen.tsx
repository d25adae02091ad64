import { useRef, useState } from 'react';
import { Button, EmptyState, NextStep, controls, onEnterInLine, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { AddRecordDialog } from './add-record-dialog';
import { Batches } from './batches';
import { CompleteDialog } from './complete-dialog';
import { Completions } from './completions';
import { HandOnRecords } from './hand-on-records';
import { SheetImport } from './sheet-import';
import { Staged } from './staged-file';
import { useImport, type ImportDesk } from './use-import';
import { useSheetImport } from './use-sheet-import';
import styles from './import.module.css';

/** Files in: drop, look, say where they came from, import. */
export function ImportScreen() {
  const { imports: words } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const { state, session, viewer } = useReview();
  const locked = session.readOnly || viewer.role === 'observer';
  const desk = useImport();
  const sheets = useSheetImport();
  const [dialog, setDialog] = useState<'add' | 'complete' | null>(null);
  const choose = useRef<HTMLInputElement>(null);
  const ready = desk.staged.filter((file) => file.read !== null && file.read.recordCount > 0);
  const waiting = ready.reduce((sum, file) => sum + (file.read?.recordCount ?? 0), 0);
  const undescribed = ready.filter((file) => file.source.database.trim() === '');
  const mayImport = !locked && !desk.busy && undescribed.length === 0 && ready.length > 0;
  const hasRecords = state.records.batches.length > 0;
  useKeys(
    locked
      ? {}
      : {
          o: () => choose.current?.click(),
          Enter: mayImport ? () => void desk.importAll() : undefined,
          a: () => setDialog('add'),
          c: hasRecords ? () => setDialog('complete') : undefined,
        },
  );
  return (
    <div className={styles['import']}>
      <h1>{words.title}</h1>
      {locked ? null : <DropZone desk={desk} input={choose} />}
      {desk.staged.length > 0 ? (
        <section className={styles['section']}>
          <h2>{words.stagedTitle}</h2>
          <div
            role="presentation"
            className={styles['section']}
            onKeyDown={(event) =>
              onEnterInLine(event, () => {
                if (mayImport) void desk.importAll();
              })
            }
          >
            {desk.staged.map((file) => (
              <Staged key={file.key} file={file} desk={desk} sheets={sheets} />
            ))}
          </div>
          <div className={controls['actions']}>
            {undescribed.length > 0 ? (
              <span className={styles['hint']}>
                {words.undescribed(undescribed.map(({ name }) => name).join(', '))}
              </span>
            ) : null}
            <Button
              kind="primary"
              shortcut="Enter"
              disabled={!mayImport}
              onPress={() => void desk.importAll()}
            >
              {words.importAction(words.records(waiting, formats.count(waiting)))}
            </Button>
          </div>
        </section>
      ) : null}
      {hasRecords ? (
        <Batches
          batches={state.records.batches}
          onward={
            desk.staged.length > 0 ? null : (
              <NextStep onPress={() => navigate({ at: 'review', screen: 'duplicates' })}>
                {words.onward}
              </NextStep>
            )
          }
        />
      ) : desk.staged.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : null}
      <Completions />
      {locked ? null : (
        <div className={styles['more']}>
          <Button shortcut="A" onPress={() => setDialog('add')}>
            {words.addByHand}
          </Button>
          <Button shortcut="C" disabled={!hasRecords} onPress={() => setDialog('complete')}>
            {words.completeAction}
          </Button>
        </div>
      )}
      {hasRecords ? <HandOnRecords /> : null}
      {locked ? null : <SheetImport desk={sheets} />}
      {dialog === 'add' ? <AddRecordDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'complete' ? <CompleteDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function DropZone({
  desk,
  input,
}: {
  readonly desk: ImportDesk;
  readonly input: React.RefObject<HTMLInputElement | null>;
}) {
  const { imports: words } = useTexts();
  const [over, setOver] = useState(false);
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
      <Button shortcut="O" onPress={() => input.current?.click()}>
        {words.choose}
      </Button>
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
