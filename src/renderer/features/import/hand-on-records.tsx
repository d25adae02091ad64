import { useState } from 'react';
import { recordSelections, recordsOfReview, type RecordSelection } from '@shared/export';
import { recordFormats, writeRecords, type RecordFormat } from '@shared/formats';
import { screeningContext } from '@shared/review';
import { isBlind } from '@shared/screening';
import { Button, SelectField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import styles from './import.module.css';

const files: { readonly [F in RecordFormat]: { readonly ending: string; readonly type: string } } = {
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  csv: { ending: 'csv', type: 'text/csv' },
  'csl-json': { ending: 'json', type: 'application/json' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
};

/** Records for a reference manager. Which were included is not told to somebody who still votes blind. */
export function HandOnRecords() {
  const { imports: words, formats: formatWords } = useTexts();
  const formats = useFormats();
  const { session, state, viewer } = useReview();
  const { say } = useApp();
  const [which, setWhich] = useState<RecordSelection>('reports');
  const [format, setFormat] = useState<RecordFormat>('ris');
  const context = screeningContext(state);
  const blind = isBlind(context, 'title-abstract', viewer) || isBlind(context, 'full-text', viewer);
  const closed = which === 'included' && blind;
  const save = async (): Promise<void> => {
    const records = recordsOfReview(state, (id) => session.records.get(id), which);
    const { ending, type } = files[format];
    const saved = await saveText(`records.${ending}`, type, writeRecords(records, format));
    if (saved.ok && saved.value) say({ text: words.records(records.length, formats.count(records.length)) });
  };
  return (
    <section className={styles['sheet']}>
      <div>
        <h2>{words.handOn}</h2>
        <p className={styles['hint']}>{closed ? words.handOnClosed : words.handOnHint}</p>
      </div>
      <div className={styles['handOn']}>
        <SelectField
          label={words.handOnWhich}
          value={which}
          choices={recordSelections.map((value) => ({ value, label: words.handOnChoices[value] }))}
          onChange={setWhich}
        />
        <SelectField
          label={words.handOnFormat}
          value={format}
          choices={recordFormats.map((value) => ({ value, label: formatWords.names[value] }))}
          onChange={setFormat}
        />
        <Button disabled={closed} onPress={() => void save()}>
          {words.handOnSave}
        </Button>
      </div>
    </section>
  );
}
