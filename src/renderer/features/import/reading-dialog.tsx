import { useMemo, useState } from 'react';
import {
  decodeBytes,
  isFormatName,
  isOfferedEncoding,
  offeredEncodings,
  readableFormats,
  type FileLook,
  type ReadOptions,
} from '@shared/formats';
import { Button, Dialog, SelectField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './import.module.css';

const asFound = 'as-found';

/** Encoding and format by hand, with the lines that tell one encoding from another decoded as one chooses. */
export function ReadingDialog({
  name,
  look,
  choices,
  onChoose,
  onClose,
}: {
  readonly name: string;
  readonly look: FileLook;
  readonly choices: ReadOptions;
  readonly onChoose: (choices: ReadOptions) => void;
  readonly onClose: () => void;
}) {
  const { imports: words, formats: formatWords } = useTexts();
  const [encoding, setEncoding] = useState<string>(choices.encoding ?? asFound);
  const [format, setFormat] = useState<string>(choices.format ?? asFound);
  const shown = isOfferedEncoding(encoding)
    ? encoding
    : isOfferedEncoding(look.encoding) && choices.encoding === undefined
      ? look.encoding
      : undefined;
  const lines = useMemo(
    () =>
      decodeBytes(look.sample, shown)
        .text.split(/\r\n?|\n/u)
        .filter((line) => line.trim() !== '')
        .slice(0, shownLines),
    [look.sample, shown],
  );
  const plain = look.sample.every((byte) => byte < 0x80 && byte !== 0);
  const found = isOfferedEncoding(look.encoding)
    ? formatWords.encodings[look.encoding]
    : formatWords.encodings.binary;
  return (
    <Dialog
      title={words.readingTitle(name)}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancelChoice}</Button>
          <Button
            kind="primary"
            onPress={() =>
              onChoose({
                ...(isOfferedEncoding(encoding) ? { encoding } : {}),
                ...(isFormatName(format) ? { format } : {}),
              })
            }
          >
            {words.readSo}
          </Button>
        </>
      }
    >
      <div className={styles['readingChoices']}>
        <SelectField
          label={words.encoding}
          value={encoding}
          choices={[
            {
              value: asFound,
              label: choices.encoding === undefined ? words.automatic(found) : words.automatic('…'),
            },
            ...offeredEncodings.map((value) => ({
              value: value as string,
              label: formatWords.encodings[value],
            })),
          ]}
          onChange={setEncoding}
        />
        <SelectField
          label={words.format}
          value={format}
          choices={[
            { value: asFound, label: words.automatic(formatWords.names[look.format]) },
            ...readableFormats
              .filter((value) => value !== 'xlsx')
              .map((value) => ({ value: value as string, label: formatWords.names[value] })),
          ]}
          onChange={setFormat}
        />
      </div>
      <p className={styles['hint']}>{plain ? words.readingPlain : words.readingHint}</p>
      <ul className={styles['sample']} aria-label={words.encoding} tabIndex={0}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Dialog>
  );
}

const shownLines = 24;
