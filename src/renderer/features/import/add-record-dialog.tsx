import { useState } from 'react';
import { writeRis } from '@shared/formats';
import { canonicalJson, hashBytes, recordIdOf } from '@shared/kernel';
import { citationRecord, recordBlockJson, type Source } from '@shared/records';
import { Button, Dialog } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { draftOf, RecordForm, recordOfDraft } from '../../review-kit';
import { blankSource } from './blank-source';
import { SourceFields } from './source-fields';
import styles from './import.module.css';

/**
 * A record typed by hand. It comes in like any other: as a batch of one, whose file is the RIS text of what was typed, so
 * that PRISMA counts it under its source and it can be undone.
 */
export function AddRecordDialog({ onClose }: { readonly onClose: () => void }) {
  const { imports: words, app } = useTexts();
  const { session, dispatch, viewer } = useReview();
  const { say } = useApp();
  const [draft, setDraft] = useState(() => draftOf({}));
  const [source, setSource] = useState<Source>({ ...blankSource(''), kind: 'citation' });
  const year = draft.year.trim();
  const sound =
    draft.title.trim() !== '' && source.database.trim() !== '' && (year === '' || /^[12]\d{3}$/u.test(year));
  const add = async (): Promise<void> => {
    const typed = { authors: [], keywords: [], line: 1, ...recordOfDraft(draft) };
    // Who and when go into the file, so that the same record typed twice is two records and never one by accident.
    const note: [string, string] = [
      'N1',
      `${words.handFileName}: ${viewer.name}, ${new Date().toISOString()}`,
    ];
    const bytes = new TextEncoder().encode(writeRis([{ ...typed, other: [note] }]));
    const sha256 = hashBytes(bytes);
    const record = citationRecord(recordIdOf(sha256, 1), typed);
    const original = await session.files.keep(bytes);
    const block = await session.keepRecordBlock(canonicalJson(recordBlockJson([record])));
    if (!original.ok || !block.ok) {
      say({ text: words.failed, tone: 'error' });
      return;
    }
    const ids = await dispatch({
      do: 'importBatch',
      batch: {
        source,
        file: { name: words.handFileName, sha256, bytes: bytes.length, format: 'ris', encoding: 'utf-8' },
        recordCount: 1,
        recordBlocks: [block.value],
        problemCount: 0,
        problemsBlob: null,
      },
    });
    if (!ids) return;
    say({ text: words.addedByHand });
    onClose();
  };
  return (
    <Dialog
      title={words.addByHandTitle}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={!sound} onPress={() => void add()}>
            {words.addIt}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{words.addByHandHint}</p>
      <SourceFields
        source={source}
        records={null}
        onChange={(change) => setSource({ ...source, ...change })}
      />
      <RecordForm draft={draft} onChange={setDraft} />
      {draft.title.trim() === '' ? <p className={styles['hint']}>{words.titleNeeded}</p> : null}
    </Dialog>
  );
}
