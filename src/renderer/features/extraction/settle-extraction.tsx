import { useState } from 'react';
import {
  compareExtractions,
  mergeExtractions,
  readField,
  shapeForm,
  type ExtractionDifference,
  type ExtractionSaved,
  type ValueChoice,
} from '@shared/extraction';
import { currentProtocol } from '@shared/review';
import type { StudyId } from '@shared/kernel';
import type { CoderWork } from '@shared/reconciliation';
import { Finish, Segments, TextField, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { cellLabel } from './form-words';
import styles from './extraction.module.css';

/** Two finished extractions side by side, cell by cell; only what differs is asked. */
export function SettleExtraction({
  studyId,
  works,
}: {
  readonly studyId: StudyId;
  readonly works: readonly CoderWork<ExtractionSaved>[];
}) {
  const { extraction: words, effectForms } = useTexts();
  const { state, viewer, dispatch } = useReview();
  const { say } = useApp();
  const [first, second] = works;
  const [choices, setChoices] = useState<{ readonly [line: string]: ValueChoice | undefined }>({});
  if (!first) return null;
  const rules = currentProtocol(state)?.protocol.extraction;
  const differences = second ? compareExtractions(first.body.content, second.body.content, rules) : [];
  const open = differences.filter(({ line }) => choices[line] === undefined);
  const fieldNames: { readonly [name: string]: string | undefined } = words.resultFields;
  const nameOf = (work: CoderWork<ExtractionSaved>): string =>
    state.coders.get(work.authorId)?.name ?? work.authorId;

  const settle = async (): Promise<void> => {
    const content = second
      ? mergeExtractions(first.body.content, second.body.content, choices)
      : first.body.content;
    const own = works.some((work) => work.authorId === viewer.authorId);
    const ids = await dispatch({
      do: 'reconcileExtraction',
      studyId,
      content,
      settles: works.map((work) => work.eventId),
      method: second ? (own ? 'consensus' : 'adjudication') : 'single-coder',
      note: '',
    });
    if (ids) say({ text: words.madeFinal });
  };

  return (
    <section className={styles['part']}>
      <h3>{words.settleTitle}</h3>
      <p className={styles['hint']}>{differences.length === 0 ? words.allEqual : words.settleHint}</p>
      {second && differences.length > 0 ? (
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.subject}</th>
              <th>{words.field}</th>
              <th>
                {nameOf(first)} · {nameOf(second)}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.line}>
                <td>{difference.subject}</td>
                <td>
                  {cellLabel(effectForms, words, difference.shape ?? '', difference.field) ??
                    fieldNames[difference.field] ??
                    (difference.field || words.abouts[difference.about])}
                </td>
                <td>
                  <Choice
                    difference={difference}
                    chosen={choices[difference.line]}
                    onChoose={(choice) => setChoices({ ...choices, [difference.line]: choice })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={controls['actions']}>
        <Finish disabled={open.length > 0} onPress={() => void settle()}>
          {words.makeFinal}
        </Finish>
      </div>
    </section>
  );
}

/** One coder's value, the other's, or one that both read anew. */
function Choice({
  difference,
  chosen,
  onChoose,
}: {
  readonly difference: ExtractionDifference;
  readonly chosen: ValueChoice | undefined;
  readonly onChoose: (choice: ValueChoice | undefined) => void;
}) {
  const { extraction: words } = useTexts();
  const subject = `${difference.subject} ${difference.field}`;
  const field =
    difference.shape === undefined
      ? undefined
      : shapeForm(difference.shape)
          ?.rows(4)
          .flatMap((row) => row.fields)
          .find(({ key }) => key === difference.field);
  const typed = typeof chosen === 'object' ? chosen.typed : undefined;
  const read = field && typed ? readField(field, typed.text) : undefined;
  return (
    <div className={styles['choice']}>
      <Segments
        label={subject}
        value={typeof chosen === 'string' ? chosen : null}
        choices={[
          { value: 'first', label: difference.first ?? words.nothing },
          { value: 'second', label: difference.second ?? words.nothing },
        ]}
        onChange={onChoose}
      />
      {field ? (
        <TextField
          hideLabel
          label={words.anotherLabel(subject)}
          placeholder={words.another}
          inputMode="decimal"
          value={typed?.text ?? ''}
          error={read?.problem === undefined ? undefined : words.notANumber}
          onChange={(text) =>
            onChoose(
              text.trim() === '' ? undefined : { typed: { text, value: readField(field, text).value } },
            )
          }
        />
      ) : null}
    </div>
  );
}
