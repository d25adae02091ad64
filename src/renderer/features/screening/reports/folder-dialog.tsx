import { useRef, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { reportLines } from '@shared/review';
import { Button, Checkbox, controls, Dialog, Progress, SelectField, type Choice } from '../../../ui-kit';
import { useApp, useReview, useTexts } from '../../../app/app-context';
import { useReportName } from '../../../review-kit';
import { filesOfDrop } from './files-of-drop';
import { useFolder, type FolderFile } from './use-folder';
import styles from './reports.module.css';

/** Beyond so many reports a list to choose from helps nobody; the report's own page takes the file then. */
const mostListed = 300;

/** A folder of PDFs: what is beyond doubt is proposed, the rest is asked, nothing is kept before somebody says so. */
export function FolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { documents: words, app } = useTexts();
  const { say } = useApp();
  const folder = useFolder();
  const { files, progress } = folder;
  const groups = {
    certain: files.filter(({ proposal }) => proposal.why === 'certain'),
    ask: files.filter(({ proposal }) => ['ask', 'second', 'has-file'].includes(proposal.why)),
    none: files.filter(({ proposal }) => proposal.why === 'none'),
    kept: files.filter(({ proposal }) => proposal.why === 'kept' || proposal.why === 'same'),
  };
  const ticked = files.filter((file) => file.ticked).length;
  const keep = async (): Promise<void> => {
    const kept = await folder.keep();
    say({ text: words.filesKept(kept) });
    onClose();
  };
  return (
    <Dialog
      title={words.folderTitle}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={ticked === 0 || progress !== null || folder.busy}
            onPress={() => void keep()}
          >
            {words.keepFiles(ticked)}
          </Button>
        </>
      }
    >
      <p>{words.folderHint}</p>
      <FolderSource onFiles={(chosen) => void folder.add(chosen)} />
      {progress === null ? null : (
        <div className={styles['reading']}>
          <Progress
            value={progress.done}
            total={progress.total}
            caption={words.readingFiles(progress.done, progress.total)}
          />
          <Button small onPress={folder.stop}>
            {words.stopReading}
          </Button>
        </div>
      )}
      {files.length === 0 ? null : (
        <div className={styles['proposals']}>
          <Group title={words.toAsk(groups.ask.length)} files={groups.ask} folder={folder} asks />
          <Group title={words.certain(groups.certain.length)} files={groups.certain} folder={folder} />
          <Group title={words.likeNone(groups.none.length)} files={groups.none} folder={folder} asks />
          <NameList
            title={words.keptAlready(groups.kept.length)}
            names={groups.kept.map(({ file }) => file.name)}
          />
        </div>
      )}
      <NameList title={words.passedOver(folder.passedOver.length)} names={folder.passedOver} />
    </Dialog>
  );
}

function FolderSource({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { documents: words } = useTexts();
  const folderInput = useRef<HTMLInputElement>(null);
  const filesInput = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const picked = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    onFiles(files);
  };
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
        void filesOfDrop(event.dataTransfer).then(onFiles);
      }}
    >
      <p>{words.dropFolder}</p>
      <Button small onPress={() => folderInput.current?.click()}>
        {words.chooseFolder}
      </Button>
      <Button small onPress={() => filesInput.current?.click()}>
        {words.chooseSeveral}
      </Button>
      <input
        ref={(input) => {
          folderInput.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label={words.chooseFolder}
        onChange={picked}
      />
      <input
        ref={filesInput}
        type="file"
        multiple
        hidden
        accept="application/pdf,.pdf"
        aria-label={words.chooseSeveral}
        onChange={picked}
      />
    </div>
  );
}

function Group({
  title,
  files,
  folder,
  asks = false,
}: {
  readonly title: string;
  readonly files: readonly FolderFile[];
  readonly folder: ReturnType<typeof useFolder>;
  /** The person chooses the report; otherwise only whether. */
  readonly asks?: boolean;
}) {
  const { documents: words } = useTexts();
  const choices = useReportChoices();
  if (files.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className={`${controls['table']} ${styles['matches']}`}>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.belongsTo}</th>
            <th scope="col">{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((one) => (
            <tr key={one.key}>
              <td>
                {asks ? (
                  <span title={one.file.webkitRelativePath || undefined}>{one.file.name}</span>
                ) : (
                  <Checkbox
                    label={one.file.name}
                    checked={one.ticked}
                    onChange={(ticked) => folder.tick(one.key, ticked)}
                  />
                )}
              </td>
              <td>
                {asks ? (
                  <SelectField
                    label={words.reportOf(one.file.name)}
                    hideLabel
                    value={one.report ?? ''}
                    choices={choices(one)}
                    onChange={(value) => folder.choose(one.key, choices.idOf(value))}
                  />
                ) : (
                  <ReportTitle id={one.report ?? one.proposal.report} />
                )}
              </td>
              <td className={styles['because']}>
                <Because one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReportTitle({ id }: { readonly id: RecordId | null }) {
  const { session } = useReview();
  const nameOf = useReportName();
  if (id === null) return null;
  return (
    <span>
      <strong>{nameOf(id)}</strong> {session.records.get(id)?.title}
    </span>
  );
}

/** Why this report, in words; and what is odd about the file. */
function Because({ one }: { readonly one: FolderFile }) {
  const { documents: words } = useTexts();
  const { proposal, match, read } = one;
  const candidate =
    match.candidates.find(({ report }) => report === (one.report ?? proposal.report)) ?? match.candidates[0];
  const parts = [
    ...(proposal.why === 'second' ? [words.second] : []),
    ...(proposal.why === 'has-file' ? [words.hasFile] : []),
    ...(candidate?.evidence.map((evidence) => words.evidence[evidence]) ?? []),
    ...(proposal.role === 'supplement' ? [words.looksLikeSupplement] : []),
    ...(read.unreadable === null ? [] : [words.unreadable[read.unreadable]]),
  ];
  return <>{parts.join('; ')}</>;
}

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return names.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <p className={styles['quiet']}>{names.join(', ')}</p>
    </section>
  );
}

/** What a file may be said to be: its candidates first, then every report without a file. */
function useReportChoices() {
  const { documents: words } = useTexts();
  const { session, state } = useReview();
  const nameOf = useReportName();
  const label = (id: RecordId): string =>
    `${nameOf(id)} · ${session.records.get(id)?.title ?? ''}`.slice(0, 110);
  const lines = reportLines(state);
  const ids = new Map<string, RecordId>(lines.map(({ recordId }) => [recordId, recordId]));
  const open = lines.filter(({ files }) => files === 0).map(({ recordId }) => recordId);
  const others =
    open.length > mostListed ? [] : open.map((id) => ({ value: id as string, label: label(id) }));
  others.sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  const choices = ({ match }: FolderFile): Choice<string>[] => {
    const likely = match.candidates.map(({ report }) => ({ value: report as string, label: label(report) }));
    const known = new Set(likely.map(({ value }) => value));
    return [
      { value: '', label: words.noReport },
      ...likely,
      ...others.filter(({ value }) => !known.has(value)),
    ];
  };
  return Object.assign(choices, { idOf: (value: string): RecordId | null => ids.get(value) ?? null });
}
