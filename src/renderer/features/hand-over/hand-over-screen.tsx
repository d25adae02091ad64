import { metaforScript, metapsyCsv, poolingSheetJsonSchema, trialsIn } from '@shared/export';
import { canonicalJson, hashText } from '@shared/kernel';
import { Button, EmptyState, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useCheckedSheet } from '../../review-kit';
import { ChecksSection } from './checks-section';
import styles from './hand-over.module.css';

/** Everything the next program needs, as files. */
export function HandOverScreen() {
  const { results: words } = useTexts();
  const formats = useFormats();
  const { say, navigate } = useApp();
  const { state, dispatch } = useReview();
  const { sheet, alarms } = useCheckedSheet();
  if (sheet.rows.length === 0) {
    return (
      <EmptyState
        title={words.emptyTitle}
        action={
          <Button kind="primary" onPress={() => navigate({ at: 'review', screen: 'extraction' })}>
            {words.toExtraction}
          </Button>
        }
      >
        {words.emptyText}
      </EmptyState>
    );
  }
  const json = `${JSON.stringify(sheet, null, 1)}\n`;
  const files = [
    {
      name: 'pooling-sheet.csv',
      type: 'text/csv',
      label: words.metapsy,
      hint: words.metapsyHint,
      text: () => metapsyCsv(sheet),
    },
    {
      name: 'pooling-sheet.json',
      type: 'application/json',
      label: words.bundle,
      hint: words.bundleHint,
      text: () => json,
    },
    {
      name: 'pooling.R',
      type: 'text/plain',
      label: words.metafor,
      hint: words.metaforHint,
      text: () => metaforScript(sheet, 'pooling-sheet.csv'),
    },
    {
      name: 'pooling-sheet.schema.json',
      type: 'application/json',
      label: words.schema,
      hint: words.schemaHint,
      text: () => `${JSON.stringify(poolingSheetJsonSchema(), null, 1)}\n`,
    },
  ];
  const freeze = async (): Promise<void> => {
    const sheetVersion = state.frozenSheets.length + 1;
    const ids = await dispatch({
      do: 'freezeSheet',
      sheet: {
        sheetVersion,
        sha256: hashText(canonicalJson(JSON.parse(json))),
        rows: sheet.rows.length,
        trials: trialsIn(sheet.rows),
        protocolVersion: sheet.protocolVersion,
        note: '',
      },
    });
    if (ids) say({ text: words.frozen(sheetVersion) });
  };
  return (
    <div className={styles['handOver']}>
      <header>
        <h1>{words.handOverTitle}</h1>
        <p className={styles['hint']}>
          {words.handOverIntro(
            formats.count(sheet.rows.length),
            formats.count(trialsIn(sheet.rows)),
            String(sheet.protocolVersion),
          )}
        </p>
      </header>
      <ChecksSection alarms={alarms} />
      <section className={styles['section']}>
        <h2>{words.files}</h2>
        <table className={controls['table']}>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <td>
                  <strong>{file.label}</strong>
                  <div className={styles['hint']}>{file.hint}</div>
                </td>
                <td className={styles['hint']}>{file.name}</td>
                <td className={controls['num']}>
                  <Button
                    small
                    label={`${words.save}: ${file.label}`}
                    onPress={() =>
                      void saveText(file.name, file.type, file.text()).then((saved) => {
                        if (saved.ok && saved.value) say({ text: words.saved(file.name) });
                      })
                    }
                  >
                    {words.save}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles['section']}>
        <h2>{words.frozenTitle}</h2>
        <p className={styles['hint']}>{words.freezeHint}</p>
        <ol className={styles['frozen']}>
          {state.frozenSheets.map(({ eventId, at, body }) => (
            <li key={eventId}>
              {words.frozenLine(body.sheetVersion, body.rows, body.trials, formats.moment(at))}
              <span className={styles['hash']} title={body.sha256}>
                {words.fingerprint} {body.sha256.slice(0, 12)}
              </span>
            </li>
          ))}
        </ol>
        <div>
          <Button onPress={() => void freeze()}>{words.freeze}</Button>
        </div>
      </section>
    </div>
  );
}
