import { useRef } from 'react';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { Button } from '../../ui-kit';
import type { ReportFile } from './report-files';
import type { AddDocuments } from './use-add-documents';
import styles from './report-pane.module.css';

/** What can be said of the file that is shown: another takes its place, it is a supplement, it belongs elsewhere. */
export function FileActions({
  file: { report, document, supplement },
  adding,
}: {
  readonly file: ReportFile;
  readonly adding: AddDocuments;
}) {
  const { documents: words } = useTexts();
  const { dispatch } = useReview();
  const { say } = useApp();
  const formats = useFormats();
  const choose = useRef<HTMLInputElement>(null);
  const { name, sha256, bytes } = document.body;
  const attach = { do: 'attachDocument', recordId: report, name, sha256, bytes } as const;
  return (
    <>
      <span className={styles['name']} title={name}>
        {name} · {words.size(formats.decimal(Math.max(0.1, bytes / 1e6), 1))}
      </span>
      <Button kind="quiet" small disabled={adding.busy} onPress={() => choose.current?.click()}>
        {words.replace}
      </Button>
      <Button
        kind="quiet"
        small
        onPress={() => void dispatch({ ...attach, role: supplement > 0 ? 'report' : 'supplement' })}
      >
        {supplement > 0 ? words.makeReport : words.makeSupplement}
      </Button>
      <Button
        kind="quiet"
        small
        onPress={() =>
          void dispatch({ do: 'withdraw', target: document.eventId }).then((ids) => {
            if (ids)
              say({
                text: words.takenOff(name),
                undo: () => void dispatch({ ...attach, role: document.body.role }),
              });
          })
        }
      >
        {words.takeOff}
      </Button>
      <input
        ref={choose}
        type="file"
        hidden
        accept="application/pdf,.pdf"
        aria-label={words.chooseReplacement}
        onChange={(event) => {
          const picked = [...(event.target.files ?? [])];
          event.target.value = '';
          void adding.add(report, picked, {
            replaces: document.eventId,
            ...(document.body.role === undefined ? {} : { role: document.body.role }),
          });
        }}
      />
    </>
  );
}
