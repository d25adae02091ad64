import { useRef, useState } from 'react';
import { decodeBytes } from '@shared/formats';
import { incomingSheet } from '@shared/export';
import { hashBytes } from '@shared/kernel';
import { currentProtocol } from '@shared/review';
import { Badge, Button, Notice, controls, type Tone } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './import.module.css';

const toneOf: { readonly [S in 'error' | 'warning' | 'note']: Tone } = {
  error: 'exclude',
  warning: 'maybe',
  note: 'neutral',
};

/** Brings an existing extraction sheet in: studies, arms, results, risk of bias; what looks wrong is listed, not dropped. */
export function SheetImport() {
  const { imports: words, findings: findingWords } = useTexts();
  const formats = useFormats();
  const { state, dispatch, session } = useReview();
  const { say } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const last = state.sheets.at(-1);

  const bringIn = async (file: File): Promise<void> => {
    setProblem(null);
    const protocol = currentProtocol(state)?.protocol;
    if (!protocol) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = incomingSheet(decodeBytes(bytes).text, protocol);
    if (!sheet.ok) {
      setProblem(
        sheet.error.code === 'sheet-empty'
          ? words.sheetEmpty
          : sheet.error.code === 'not-a-pooling-sheet'
            ? words.bundleWrong
            : words.sheetWrong(sheet.error.missing.join(', ')),
      );
      return;
    }
    setBusy(true);
    await session.keepBlob(bytes);
    const { studies, rows, findings } = sheet.value;
    const ids = await dispatch({
      do: 'importSheet',
      studies,
      sheet: {
        fileName: file.name,
        sha256: hashBytes(bytes),
        rows,
        studies: studies.length,
        findings: [...findings],
      },
    });
    setBusy(false);
    if (ids) say({ text: words.sheetImported(formats.count(rows), formats.count(studies.length)) });
  };

  return (
    <section className={styles['sheet']}>
      <div className={styles['sheetHead']}>
        <div>
          <h2>{words.sheetTitle}</h2>
          <p className={styles['hint']}>{words.sheetHint}</p>
        </div>
        <Button disabled={busy} onPress={() => input.current?.click()}>
          {words.sheetChoose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={words.sheetChoose}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void bringIn(file);
          }}
        />
      </div>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      {last ? (
        <>
          <p>
            <strong>{last.body.fileName}</strong>:{' '}
            {words.sheetImported(formats.count(last.body.rows), formats.count(last.body.studies))}.{' '}
            {words.sheetFindings(formats.count(last.body.findings.length))}
          </p>
          <div className={styles['problemList']} tabIndex={0} role="region" aria-label={words.sheetFinding}>
            <table className={controls['table']}>
              <thead>
                <tr>
                  <th className={controls['num']}>{words.sheetRow}</th>
                  <th>{words.sheetStudy}</th>
                  <th>
                    <span className="visually-hidden">{findingWords.severities.warning}</span>
                  </th>
                  <th>{words.sheetFinding}</th>
                </tr>
              </thead>
              <tbody>
                {last.body.findings.map((finding, index) => (
                  <tr key={index}>
                    <td className={controls['num']}>{finding.row === 0 ? '' : finding.row}</td>
                    <td>{finding.study}</td>
                    <td>
                      <Badge tone={toneOf[finding.severity]}>
                        {findingWords.severities[finding.severity]}
                      </Badge>
                    </td>
                    <td>{findingWords.codes[finding.code]?.(finding.detail) ?? finding.code}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </section>
  );
}
