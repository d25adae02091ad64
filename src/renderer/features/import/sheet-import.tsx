import { useRef } from 'react';
import { Badge, Button, Notice, controls, type Tone } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { SheetDialog } from './sheet-dialog';
import type { SheetDesk } from './use-sheet-import';
import styles from './import.module.css';

const toneOf: { readonly [S in 'error' | 'warning' | 'note']: Tone } = {
  error: 'exclude',
  warning: 'maybe',
  note: 'neutral',
};

/** Where an existing extraction sheet comes in; what looks wrong in the last one is listed, not dropped. */
export function SheetImport({ desk }: { readonly desk: SheetDesk }) {
  const { busy, problem, opened, open } = desk;
  const { imports: words, findings: findingWords } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const input = useRef<HTMLInputElement>(null);
  const last = state.sheets.at(-1);
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
            if (file) void open(file);
          }}
        />
      </div>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      {opened ? <SheetDialog opened={opened} desk={desk} /> : null}
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
