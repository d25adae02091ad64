import { useState } from 'react';
import { looksLikeSheet } from '@shared/extraction/sheet';
import { decodeBytes, isOfferedEncoding } from '@shared/formats';
import { repeatedFiles } from '@shared/records';
import { Button, Notice, Progress, SelectField } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { ColumnsDialog } from './columns-dialog';
import { Glimpses } from './glimpses';
import { ProblemsDialog } from './problems-dialog';
import { ReadingDialog } from './reading-dialog';
import { SourceFields } from './source-fields';
import type { ImportDesk, StagedFile } from './use-import';
import type { SheetDesk } from './use-sheet-import';
import styles from './import.module.css';

/** A file before it is imported: what it is, how it was read, where it came from. */
export function Staged({
  file,
  desk,
  sheets,
}: {
  readonly file: StagedFile;
  readonly desk: ImportDesk;
  readonly sheets: SheetDesk;
}) {
  const { imports: words, formats: formatWords } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const [showing, setShowing] = useState<'problems' | 'reading' | 'columns' | null>(null);
  const { read, look, choices } = file;
  if (read === null) {
    return (
      <div className={styles['staged']}>
        <Progress
          value={file.share * 100}
          total={100}
          caption={`${words.reading(file.name, formats.percent(file.share))}${
            file.recordsSoFar > 0 ? ` · ${words.readRecords(formats.count(file.recordsSoFar))}` : ''
          }`}
        />
        <Button small onPress={() => desk.discard(file.key)}>
          {words.cancel}
        </Button>
      </div>
    );
  }
  const before = repeatedFiles(state.records, read.fileHash);
  const encoding = isOfferedEncoding(read.encoding)
    ? formatWords.encodings[read.encoding]
    : formatWords.encodings.binary;
  const chosen = choices.encoding !== undefined || choices.format !== undefined;
  const close = (): void => setShowing(null);
  const readAs = (change: StagedFile['choices']): void => {
    close();
    void desk.readAgain(file.key, change);
  };
  return (
    <section className={styles['staged']} aria-label={file.name}>
      <div className={styles['stagedHead']}>
        <strong className={styles['fileName']}>{file.name}</strong>
        <span className="numeric">{words.records(read.recordCount, formats.count(read.recordCount))}</span>
        <span>{formatWords.names[read.format]}</span>
        <span>
          {encoding} ({chosen ? words.readingChosen : words.readingFound})
        </span>
        <span className={styles['grow']} />
        {look && look.sample.length > 0 ? (
          <Button small onPress={() => setShowing('reading')}>
            {words.howRead}
          </Button>
        ) : null}
        {look?.table ? (
          <Button small onPress={() => setShowing('columns')}>
            {words.columns}
          </Button>
        ) : null}
        {read.problems.length === 0 ? (
          <span className={styles['hint']}>{words.problems(0, '0')}</span>
        ) : (
          <Button small kind="quiet" onPress={() => setShowing('problems')}>
            {words.problems(read.problems.length, formats.count(read.problems.length))}
          </Button>
        )}
        <Button small kind="quiet" onPress={() => desk.discard(file.key)}>
          {words.discard}
        </Button>
      </div>
      {look && looksLikeSheet(look.table?.header, decodeBytes(look.sample.subarray(0, 2_000)).text) ? (
        <Notice
          tone="warn"
          action={
            <Button
              small
              disabled={sheets.busy}
              onPress={() => void sheets.open(file.file, () => desk.discard(file.key))}
            >
              {words.asSheet}
            </Button>
          }
        >
          {words.looksLikeSheet}
        </Notice>
      ) : null}
      {read.recordCount === 0 ? (
        <Notice tone="error">
          {read.problems[0] ? formatWords.problems[read.problems[0].code] : words.nothingReadable}
        </Notice>
      ) : (
        <Glimpses records={read.first} />
      )}
      {look?.workbook && look.workbook.sheets.length > 1 ? (
        <div className={styles['sheetChoice']}>
          <SelectField
            label={words.sheetOfWorkbook}
            value={look.workbook.sheet}
            choices={look.workbook.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={(sheet) => void desk.readAgain(file.key, { sheet })}
          />
        </div>
      ) : null}
      {before ? <Notice tone="warn">{words.alreadyImported(before.imported.source.database)}</Notice> : null}
      {read.recordCount > 0 ? (
        <SourceFields
          source={file.source}
          records={read.recordCount}
          onChange={(change) => desk.describe(file.key, change)}
        />
      ) : null}
      {showing === 'problems' ? (
        <ProblemsDialog name={file.name} problems={read.problems} onClose={close} />
      ) : null}
      {showing === 'reading' && look ? (
        <ReadingDialog name={file.name} look={look} choices={choices} onChoose={readAs} onClose={close} />
      ) : null}
      {showing === 'columns' && look?.table ? (
        <ColumnsDialog
          name={file.name}
          table={look.table}
          choices={choices}
          onChoose={readAs}
          onClose={close}
        />
      ) : null}
    </section>
  );
}
