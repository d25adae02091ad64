import { frozenSheet, type PoolingSheet } from '@shared/export';
import { Sha256 } from '@shared/kernel';
import { Button } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveBytes } from '../../app/save-file';
import styles from './hand-over.module.css';

/** The versions that went out, each with its content to save again, and the way to freeze the next. */
export function FrozenSection({ sheet }: { readonly sheet: PoolingSheet }) {
  const { results: words, handOff: texts } = useTexts();
  const formats = useFormats();
  const { say } = useApp();
  const { state, session, viewer, dispatch } = useReview();
  const last = state.frozenSheets.at(-1)?.body;
  const same =
    last?.dataVersion !== undefined &&
    last.dataVersion === sheet.provenance?.dataVersion &&
    last.protocolVersion === sheet.protocolVersion;
  const freeze = async (): Promise<void> => {
    const sheetVersion = state.frozenSheets.length + 1;
    const { text, noted } = frozenSheet(sheet, sheetVersion);
    const kept = await session.files.keep(new TextEncoder().encode(text));
    const { snapshot, ...withoutContent } = noted;
    const ids = await dispatch({
      do: 'freezeSheet',
      sheet: kept.ok && snapshot !== undefined ? { ...withoutContent, snapshot } : withoutContent,
    });
    if (ids) say({ text: words.frozen(sheetVersion) });
  };
  const saveAgain = async (version: number, snapshot: string): Promise<void> => {
    const sha256 = Sha256.safeParse(snapshot);
    const blob = sha256.success ? await session.files.bytes(sha256.data) : undefined;
    if (!blob?.ok) {
      say({ text: texts.frozen.missing, tone: 'error' });
      return;
    }
    const name = `pooling-sheet-v${version}.json`;
    const saved = await saveBytes(name, 'application/json', new Uint8Array(blob.value));
    if (saved.ok && saved.value) say({ text: words.saved(name) });
  };
  return (
    <section className={styles['section']}>
      <h2>{words.frozenTitle}</h2>
      <p className={styles['hint']}>{words.freezeHint}</p>
      {state.frozenSheets.length === 0 ? null : (
        <ol className={styles['frozen']}>
          {state.frozenSheets.map(({ eventId, at, body }) => (
            <li key={eventId}>
              <div>
                {texts.frozen.line(
                  body.sheetVersion,
                  body.rows,
                  body.trials,
                  body.protocolVersion,
                  formats.moment(at),
                )}
                <div className={styles['hint']}>
                  {body.outstanding === undefined
                    ? null
                    : `${texts.frozen.checks(body.outstanding, body.corrections ?? 0)} · `}
                  {words.fingerprint}{' '}
                  <span className={styles['hash']} title={body.sha256}>
                    {body.sha256.slice(0, 12)}
                  </span>
                </div>
              </div>
              {body.snapshot === undefined ? null : (
                <Button
                  small
                  label={texts.frozen.save(body.sheetVersion)}
                  onPress={() => void saveAgain(body.sheetVersion, body.snapshot ?? '')}
                >
                  {words.save}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <div className={styles['freeze']}>
        <Button
          disabled={same || session.readOnly || viewer.role === 'observer'}
          onPress={() => void freeze()}
        >
          {words.freeze}
        </Button>
        {same ? <span className={styles['hint']}>{texts.frozen.same(last.sheetVersion)}</span> : null}
      </div>
    </section>
  );
}
