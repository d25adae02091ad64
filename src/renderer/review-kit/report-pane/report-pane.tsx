import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { DocumentPlace } from '@shared/documents';
import type { RecordId, Sha256 } from '@shared/kernel';
import { useTexts } from '../../app/app-context';
import { Button, useKeys } from '../../ui-kit';
import { PdfPane, type PdfPaneHandle, type PdfQuote, type PdfTarget } from '../pdf-viewer';
import { RecordPage } from '../record-page';
import { FileActions } from './file-actions';
import { useReportFiles, useReportName, type ReportFile } from './report-files';
import { useAddDocuments } from './use-add-documents';
import styles from './report-pane.module.css';

export type ReportPaneHandle = {
  /** Shows a place in one of the files; nothing happens when that file is not among them. */
  readonly goTo: (target: PdfTarget & { readonly document: Sha256 }) => void;
};

export type ReportPaneProps = {
  /** The reports whose files are shown: one while screening, all of a study afterwards. */
  readonly reports: readonly RecordId[];
  readonly ref?: Ref<ReportPaneHandle>;
  readonly onQuote?: (quote: PdfQuote) => void;
  readonly quoteLabel?: string;
  readonly boxes?: boolean;
  readonly marks?: readonly (DocumentPlace & { readonly drawn?: boolean })[];
};

type Shown = { readonly report: RecordId; readonly document: Sha256 | null };

/** What there is to read of a report or study: its files and its record, one at a time. Files dropped here are kept. */
export function ReportPane(props: ReportPaneProps) {
  const { reports, ref, onQuote, quoteLabel, boxes, marks } = props;
  const { documents: words } = useTexts();
  const files = useReportFiles(reports);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [over, setOver] = useState(false);
  const adding = useAddDocuments();
  const choose = useRef<HTMLInputElement>(null);
  const pdf = useRef<PdfPaneHandle>(null);
  const waiting = useRef<PdfTarget | null>(null);

  const shown = standing(chosen, files, reports);
  const file = files.find(({ document }) => document.body.sha256 === shown?.document);
  const add = (dropped: readonly File[]): void => {
    const report = shown?.report;
    if (report === undefined || dropped.length === 0) return;
    // A second file beside the report is most often its supplement; either way it can be said otherwise.
    const role = files.some((one) => one.report === report && one.supplement === 0)
      ? 'supplement'
      : undefined;
    void adding.add(report, dropped, role === undefined ? {} : { role }).then(() => setChosen(null));
  };

  useImperativeHandle(ref, () => ({
    goTo(target) {
      const wanted = files.find(({ document }) => document.body.sha256 === target.document);
      if (!wanted) return;
      if (target.document === shown?.document) pdf.current?.goTo(target);
      else {
        waiting.current = target;
        setChosen({ report: wanted.report, document: target.document });
      }
    },
  }));
  useEffect(() => {
    if (waiting.current === null || !pdf.current) return;
    pdf.current.goTo(waiting.current);
    waiting.current = null;
  });

  const here = shown?.document;
  const marksHere = useMemo(() => marks?.filter((mark) => mark.document === here), [marks, here]);
  useKeys({
    a: () => choose.current?.click(),
    r: shown === null ? undefined : () => setChosen(other(shown, files)),
  });

  return (
    <div
      className={`${styles['pane']} ${over ? styles['over'] : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add([...event.dataTransfer.files]);
      }}
    >
      <div className={styles['files']} role="group" aria-label={words.files}>
        <FileList reports={reports} files={files} shown={shown} onShow={(next) => setChosen(next)} />
        <span className={styles['space']} />
        {file === undefined ? null : <FileActions file={file} adding={adding} />}
        <Button small shortcut="A" disabled={adding.busy} onPress={() => choose.current?.click()}>
          {words.add}
        </Button>
        <input
          ref={choose}
          type="file"
          multiple
          hidden
          accept="application/pdf,.pdf"
          aria-label={words.chooseFiles}
          onChange={(event) => {
            const picked = [...(event.target.files ?? [])];
            event.target.value = '';
            add(picked);
          }}
        />
      </div>
      {shown === null ? null : shown.document === null ? (
        <div className={styles['record']}>
          {files.some(({ report }) => report === shown.report) ? null : (
            <p className={styles['none']}>{words.noFile}</p>
          )}
          <RecordPage recordId={shown.report} />
        </div>
      ) : (
        <PdfPane
          ref={pdf}
          document={shown.document}
          onQuote={onQuote}
          quoteLabel={quoteLabel}
          boxes={boxes}
          marks={marksHere}
        />
      )}
    </div>
  );
}

/** What is shown: what was chosen if it is still there, else the first file, else the record. */
function standing(
  chosen: Shown | null,
  files: readonly ReportFile[],
  reports: readonly RecordId[],
): Shown | null {
  const still =
    chosen !== null &&
    reports.includes(chosen.report) &&
    (chosen.document === null || files.some(({ document }) => document.body.sha256 === chosen.document));
  if (still) return chosen;
  const first = files.find(({ document }) => !document.replaced);
  if (first) return { report: first.report, document: first.document.body.sha256 };
  const [report] = reports;
  return report === undefined ? null : { report, document: null };
}

/** From a file to the record of its report and back. */
function other(shown: Shown, files: readonly ReportFile[]): Shown {
  if (shown.document !== null) return { report: shown.report, document: null };
  const file = files.find(({ report }) => report === shown.report);
  return file ? { report: shown.report, document: file.document.body.sha256 } : shown;
}

function FileList({
  reports,
  files,
  shown,
  onShow,
}: {
  readonly reports: readonly RecordId[];
  readonly files: readonly ReportFile[];
  readonly shown: Shown | null;
  readonly onShow: (shown: Shown) => void;
}) {
  const { documents: words } = useTexts();
  const nameOf = useReportName();
  const several = reports.length > 1;
  const label = ({ report, document, supplement }: ReportFile): string => {
    const kind = document.replaced
      ? words.replacedFile
      : supplement > 0
        ? words.supplement(supplement)
        : words.report;
    return several ? `${nameOf(report)}: ${kind}` : kind;
  };
  return (
    <>
      {files.map((file) => (
        <Button
          key={file.document.eventId}
          kind="quiet"
          small
          pressed={shown?.document === file.document.body.sha256}
          onPress={() => onShow({ report: file.report, document: file.document.body.sha256 })}
        >
          <span title={file.document.body.name}>{label(file)}</span>
        </Button>
      ))}
      {reports.map((report, index) => (
        <Button
          key={report}
          kind="quiet"
          small
          shortcut={index === 0 ? 'R' : undefined}
          pressed={shown?.document === null && shown.report === report}
          onPress={() => onShow({ report, document: null })}
        >
          {several ? `${nameOf(report)}: ${words.record}` : words.record}
        </Button>
      ))}
    </>
  );
}
